import net from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { metadata } from '../rpc/metadata'
import { createTopics } from '../rpc/topics'
import { describeCluster } from '../rpc/describe-cluster'
import { electLeaders } from '../rpc/elect-leaders'
import { unregisterBroker } from '../rpc/unregister-broker'
import { ByteWriter } from './byte-writer'
import { openConnection } from './connection'
import { agree, apiKeyOf, type ProcedureName } from './definitions'
import { encodeMessage } from './encode'
import { FrameCutter } from './frame'
import { layoutOf } from './layout'
import type { WireBody } from './rpc'

type Offer = { name: ProcedureName; max: number; reply: WireBody | 'garbage'; headerTags?: string }

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** Speaks just enough Kafka to answer what it offers, from the same definitions. */
async function broker(...offers: Offer[]): Promise<{ host: string; port: number }> {
  const greeting: Offer = {
    name: 'ApiVersions',
    max: 0,
    reply: {
      apiKeys: offers.map(({ name, max }) => ({ apiKey: apiKeyOf(name), minVersion: 0, maxVersion: max })),
    },
  }
  const server = net.createServer((socket) => {
    closers.push(() => socket.destroy())
    socket.on('error', () => socket.destroy())
    const cutter = new FrameCutter(1_000_000)
    socket.on('data', (chunk: Buffer) => {
      for (const frame of cutter.push(chunk)) {
        const offer = [greeting, ...offers].find(({ name }) => apiKeyOf(name) === frame.readInt16BE(0))
        if (offer !== undefined) socket.write(answerOf(offer, frame))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const address = server.address()
  return { host: '127.0.0.1', port: typeof address === 'object' && address !== null ? address.port : 0 }
}

function answerOf({ name, reply, headerTags }: Offer, request: Buffer): Buffer {
  const version = request.readInt16BE(2)
  const definition = agree(name, { min: version, max: version })?.definition
  if (definition === undefined) throw new Error(`The test asked for ${name} in a version that is not known.`)
  const writer = new ByteWriter()
  writer.int32(request.readInt32BE(4))
  const layout = layoutOf(definition.response, `${name} response`, version)
  if (layout.flexible && name !== 'ApiVersions') writer.bytes(Buffer.from(headerTags ?? '00', 'hex'))
  if (reply === 'garbage') writer.bytes(Buffer.from('cafebabe', 'hex'))
  else encodeMessage(writer, layout, reply)
  const body = writer.finish()
  const head = Buffer.alloc(4)
  head.writeInt32BE(body.length)
  return Buffer.concat([head, body])
}

const open = async (...offers: Offer[]) => {
  const connection = await openConnection({ endpoint: await broker(...offers), connectTimeoutMs: 1000 })
  closers.push(connection.close)
  return connection
}

const cluster: WireBody = { clusterId: 'c', brokers: [{ brokerId: 1, host: 'h', port: 9092 }] }

describe('the version is the highest both speak', () => {
  test.each([
    ['an old one', 0, undefined],
    ['a middling one', 1, undefined],
    ['ours', 2, false],
    ['one from the future', 9, false],
  ])('with %s', async (_what, max, isFenced) => {
    const connection = await open({ name: 'DescribeCluster', max, reply: cluster })
    expect(connection.versionOf('DescribeCluster')).toBe(Math.min(2, max))
    const { brokers } = await connection.call(describeCluster, { of: 'brokers' }, 1000)
    expect(brokers).toEqual([{ brokerId: 1, host: 'h', port: 9092, rack: null, isFenced }])
  })

  test('tags in the header of an answer are skipped', async () => {
    const connection = await open({
      name: 'DescribeCluster',
      max: 2,
      reply: cluster,
      headerTags: '0105021122',
    })
    expect(await connection.call(describeCluster, { of: 'brokers' }, 1000)).toMatchObject({ clusterId: 'c' })
  })
})

describe('what cannot be asked is refused before it is sent', () => {
  test('a procedure the broker does not offer', async () => {
    const connection = await open({ name: 'Metadata', max: 5, reply: {} })
    expect(connection.versionOf('UnregisterBroker')).toBeNull()
    await expect(connection.call(unregisterBroker, { brokerId: 1 }, 1000)).rejects.toMatchObject({
      error: 'UNSUPPORTED_VERSION',
      mayHaveHappened: false,
      message: expect.stringMatching(
        /^The Kafka release at 127\.0\.0\.1:\d+ does not offer UnregisterBroker\.$/,
      ),
    })
  })

  test('a wish that its version has no words for, or a number no field can hold', async () => {
    const connection = await open(
      { name: 'ElectLeaders', max: 0, reply: {} },
      { name: 'CreateTopics', max: 7, reply: {} },
    )
    const unclean = { election: 'unclean', partitions: null, timeoutMs: 1 } as const
    await expect(connection.call(electLeaders, unclean, 1000)).rejects.toMatchObject({
      error: 'INVALID_REQUEST',
      message: expect.stringMatching(/too old for "electionType"/),
    })
    const topics = [{ name: 'orders', partitionCount: 1, replicationFactor: 70_000, configs: {} }]
    const request = connection.call(createTopics, { topics, validateOnly: false, timeoutMs: 1 }, 1000)
    await expect(request).rejects.toMatchObject({
      error: 'INVALID_REQUEST',
      message: expect.stringMatching(/topics\.0\.replicationFactor: .* out of range/),
    })
    expect(connection.isOpen).toBe(true)
  })
})

test('an answer that cannot be read ends the connection', async () => {
  const connection = await open({ name: 'Metadata', max: 13, reply: 'garbage' })
  await expect(connection.call(metadata, { topics: null }, 1000)).rejects.toMatchObject({
    error: 'UNKNOWN_SERVER_ERROR',
    message: expect.stringMatching(/gave an answer to Metadata that cannot be read: Metadata response\./),
  })
  expect(connection.isOpen).toBe(false)
})

test('a peer that refuses the greeting is not connected to', async () => {
  const endpoint = await broker()
  const server = net.createServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await expect(
    openConnection({ endpoint: { ...endpoint, port }, connectTimeoutMs: 1000 }),
  ).rejects.toMatchObject({
    error: 'NETWORK_EXCEPTION',
    message: expect.stringMatching(/did not answer ApiVersions: what it sends is not Kafka's protocol/),
  })
})
