import { connect, type Socket } from 'node:net'
import { Kafka, logLevel } from 'kafkajs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { localSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import { endpointOf, formatEndpoint, type Endpoint } from '@/lib/domain/node'
import type { RunningEngine } from '../../engine/run-engine'
import { setRuntime } from '../../process'
import { engineOn, outcomeOf } from '../../testing/fleet'
import { openTestHome, type TestHome } from '../../testing/home'
import { askForDeletion, plantCluster, type PlantedCluster } from '../../testing/planted-cluster'
import { testContext } from '../../testing/requests'
import { changeHealing } from '../change-healing'
import { placeOf } from '../place-of'
import { planChange } from './plan-change'

/** Who is connected to a broker of 3.9.2 with what, as the plan of an upgrade past 4.0 tells it. */

const NETWORK = '127.108'
const ctx = testContext()

let home: TestHome<BrokerRuntime>
let engine: RunningEngine
let cluster: PlantedCluster

const broker = async (): Promise<Endpoint> =>
  endpointOf(
    placeOf(await home.database.node.findFirstOrThrow({ where: { clusterId: cluster.id } })),
    'client',
  )

const check = async (targetKafkaVersion: string) => {
  const input = {
    clusterId: cluster.id,
    configurationInfo: null,
    defaultConfiguration: false,
    targetKafkaVersion,
  }
  return (await planChange({ ctx, input })).version
}

const number16 = (value: number) => Buffer.from([value >> 8, value & 0xff])
const compact = (text: string) => Buffer.concat([Buffer.from([text.length + 1]), Buffer.from(text)])
const framed = (...parts: readonly Buffer[]) => {
  const body = Buffer.concat(parts)
  const size = Buffer.alloc(4)
  size.writeInt32BE(body.length)
  return Buffer.concat([size, body])
}
/** A header without a client id. */
const header = (api: number, version: number) =>
  Buffer.concat([number16(api), number16(version), Buffer.alloc(4), number16(0xffff)])
const NO_TAGS = Buffer.from([0])

/** Connects, says what it is, and perhaps asks for the settings of nothing in the oldest way there is. */
async function connectAs(name: string, asksOldest: boolean): Promise<Socket> {
  const socket = connect(await broker())
  const answer = () => new Promise((resolve) => socket.once('data', resolve))
  socket.write(framed(header(18, 3), NO_TAGS, compact(name), compact('0.1'), NO_TAGS))
  await answer()
  if (asksOldest) {
    socket.write(framed(header(32, 0), Buffer.alloc(4)))
    await answer()
  }
  return socket
}

beforeAll(async () => {
  home = await openTestHome<BrokerRuntime>(createLocalRuntime(localSettings('', process.env)))
  home.runtime = createLocalRuntime(localSettings(home.path, process.env))
  setRuntime(home.runtime)
  engine = await engineOn(home)
  cluster = await plantCluster(home.database, {
    network: NETWORK,
    specification: { kafkaVersion: '3.9.2', release: '3.9.2', shape: 'DEVELOPMENT', brokerCount: 1 },
  })
  await outcomeOf(home.database, cluster.id, cluster.operationId)
})
afterAll(async () => {
  if (cluster) await outcomeOf(home.database, cluster.id, await askForDeletion(home.database, cluster))
  await engine.stop()
  await home.close()
})

test('who sends what is refused is named, who tells no name is unknown, and the rest is compatible', async () => {
  const admin = new Kafka({ brokers: [formatEndpoint(await broker())], logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const sockets = [await connectAs('old-tool', true), await connectAs('new-tool', false)]
  try {
    const version = await check('4.3.1')
    expect(version?.clients).toMatchObject({
      removes: true,
      silent: [],
      clients: [
        {
          software: { name: 'old-tool', version: '0.1' },
          connections: 1,
          listeners: ['CLIENT'],
          verdict: 'refused',
          refused: [{ api: 'DescribeConfigs', version: 0, count: 1 }],
        },
        // Mosaik's own connections tell theirs.
        { software: null, connections: 1, verdict: 'unknown', refused: [] },
        { software: { name: 'new-tool' }, connections: 1, verdict: 'compatible', refused: [] },
      ],
    })
    expect(version?.clients.countedSince).not.toBeNull()
    expect(version?.defaults).toEqual([{ name: 'num.recovery.threads.per.data.dir', from: '1', to: '2' }])
  } finally {
    for (const socket of sockets) socket.destroy()
    await admin.disconnect()
  }
})

test('a broker that does not answer in time is said to be unknown', async () => {
  const pid = (await home.runtime.observe(cluster)).memory[1]?.pid
  if (pid === undefined) throw new Error('The broker does not run.')
  // Else it would be ended and started anew.
  await changeHealing({ ctx, input: { clusterId: cluster.id, healing: 'paused', forMinutes: 1 } })
  process.kill(pid, 'SIGSTOP')
  try {
    const version = await check('4.3.1')
    expect(version?.clients).toMatchObject({ clients: [], countedSince: null, silent: [{ node: 1 }] })
  } finally {
    process.kill(pid, 'SIGCONT')
  }
})
