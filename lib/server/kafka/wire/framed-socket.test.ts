import net from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { FramedSocket } from './framed-socket'
import { KafkaError } from './kafka-error'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A server on a free loopback port that does with each connection what the test says. */
async function peer(onConnection: (socket: net.Socket) => void): Promise<number> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.')
  return address.port
}

async function connect(port: number): Promise<FramedSocket> {
  const socket = await FramedSocket.connect({ host: '127.0.0.1', port }, 1000)
  closers.push(() => socket.close())
  return socket
}

const frame = (correlationId: number, body: string): Buffer => {
  const bytes = Buffer.alloc(8 + body.length)
  bytes.writeInt32BE(4 + body.length, 0)
  bytes.writeInt32BE(correlationId, 4)
  bytes.write(body, 8)
  return bytes
}
const question = (): Buffer => Buffer.from('question')

async function failure(promise: Promise<unknown>): Promise<KafkaError> {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof KafkaError)) throw new Error('A KafkaError was expected.', { cause: thrown })
  return thrown
}

describe('answers', () => {
  test('find their questions, in any order and in any pieces', async () => {
    const port = await peer((socket) => {
      socket.once('data', () => {
        const all = Buffer.concat([frame(1, 'second'), frame(0, 'first')])
        for (const byte of all) socket.write(Buffer.from([byte]))
      })
    })
    const socket = await connect(port)
    const answers = [socket.exchange('A', question, 1000), socket.exchange('B', question, 1000)]
    expect((await Promise.all(answers)).map(String)).toEqual(['first', 'second'])
    expect(socket.isOpen).toBe(true)
  })

  test('larger than one chunk arrive whole', async () => {
    const text = 'x'.repeat(3_000_000)
    const port = await peer((socket) => socket.once('data', () => socket.write(frame(0, text))))
    const answer = await (await connect(port)).exchange('A', question, 5000)
    expect(answer.length).toBe(text.length)
  })
})

describe('a connection that dies rejects all its open questions', () => {
  test('when the peer goes away', async () => {
    const port = await peer((socket) => socket.once('data', () => socket.destroy()))
    const socket = await connect(port)
    const asked = [
      socket.exchange('Metadata', question, 5000),
      socket.exchange('DescribeConfigs', question, 5000),
    ]
    const failures = await Promise.all(asked.map(failure))
    expect(failures.map(({ error, mayHaveHappened }) => [error, mayHaveHappened])).toEqual([
      ['NETWORK_EXCEPTION', true],
      ['NETWORK_EXCEPTION', true],
    ])
    expect(failures[0]?.message).toMatch(
      /^127\.0\.0\.1:\d+ did not answer Metadata: the broker closed the connection\.$/,
    )
    expect(socket.isOpen).toBe(false)
  })

  test('when one question is not answered in time: the others queue behind it', async () => {
    const port = await peer(() => {})
    const socket = await connect(port)
    const asked = [
      socket.exchange('ApiVersions', question, 50),
      socket.exchange('Metadata', question, 60_000),
    ]
    const [late, behind] = await Promise.all(asked.map(failure))
    expect(late?.error).toBe('REQUEST_TIMED_OUT')
    expect(late?.message).toMatch(/did not answer ApiVersions within 50 ms/)
    expect(behind?.message).toMatch(/did not answer Metadata: it did not answer ApiVersions within 50 ms/)
  })

  test('when it is closed here; a later question is refused as not sent', async () => {
    const port = await peer(() => {})
    const socket = await connect(port)
    const open = failure(socket.exchange('Metadata', question, 5000))
    socket.close()
    expect((await open).message).toMatch(/closed on our side/)
    expect((await failure(socket.exchange('Metadata', question, 5000))).mayHaveHappened).toBe(false)
  })

  test.each([
    [
      'an HTTP server',
      Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'),
      /not Kafka's protocol \(A frame of \d+ bytes/,
    ],
    ['a negative length', Buffer.from('ffffffff00000000', 'hex'), /A frame of -1 bytes is announced/],
    ['an answer nobody asked for', frame(7, 'x'), /answered a question nobody asked \(number 7\)/],
  ])('when it is %s', async (_what, bytes, why) => {
    const port = await peer((socket) => socket.write(bytes))
    const { message } = await failure((await connect(port)).exchange('ApiVersions', question, 5000))
    expect(message).toMatch(why)
  })
})

describe('connecting', () => {
  test('to a closed port is refused in a sentence, and nothing was sent', async () => {
    const thrown = await failure(FramedSocket.connect({ host: '127.0.0.1', port: 1 }, 1000))
    expect([thrown.error, thrown.mayHaveHappened]).toEqual(['NETWORK_EXCEPTION', false])
    expect(thrown.message).toMatch(/^127\.0\.0\.1:1 cannot be reached: connect ECONNREFUSED/)
  })

  test('more than a hundred open questions are refused', async () => {
    const port = await peer(() => {})
    const socket = await connect(port)
    const asked = Array.from({ length: 100 }, () => failure(socket.exchange('Metadata', question, 5000)))
    const { message } = await failure(socket.exchange('Metadata', question, 5000))
    expect(message).toMatch(/100 requests already wait/)
    socket.close()
    expect(await Promise.all(asked)).toHaveLength(100)
  })
})
