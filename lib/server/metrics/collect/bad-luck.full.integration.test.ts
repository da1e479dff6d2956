import { setTimeout as sleep } from 'node:timers/promises'
import { Kafka, logLevel, type Producer } from 'kafkajs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCluster, type TestCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import type { Reading } from '@/lib/domain/metrics/series'
import { formatEndpoint } from '@/lib/domain/node'
import { systemClock } from '../../clock'
import { log } from '../../log'
import { closeCluster, collectCluster, newClusterMemory } from './collect-cluster'
import { CollectorHealth } from './health'
import { watchedTestCluster } from './testing/watched-test-cluster'
import type { WatchedCluster } from './watched-cluster'

/**
 * Three brokers that are written to all the time, while one of them has bad luck. What is not known is a gap and never
 * a zero, and what comes after a gap is spread over it: no rate is higher than what was written.
 */
const TOPIC = 'steady'
const VICTIM = 3
const RECORDS_AT_ONCE = 20
const EVERY_MS = 200
const RECORD = { value: 'x'.repeat(1_000) }
/** All that is written, in every second, with the headers of records and batches. */
const BYTES_PER_SECOND = RECORDS_AT_ONCE * (1_000 / EVERY_MS) * 1_100
const COUNTED = ['BytesInPerSec', 'MessagesInPerSec', 'BytesOutPerSec'] as const
const OWN_WORDS = [...COUNTED, 'LeaderCount', 'ConnectionCount', 'HeapMemoryAfterGC'] as const

let kafka: TestCluster
let cluster: WatchedCluster
let producer: Producer
let writing: NodeJS.Timeout
const memory = newClusterMemory()

beforeAll(async () => {
  kafka = await testCluster({ release: '4.3.1', shape: 'MSK' })
  await kafka.startAll()
  await kafka.allRun()
  cluster = watchedTestCluster(kafka, 'PER_TOPIC_PER_BROKER')
  const client = new Kafka({
    brokers: cluster.clients.map(formatEndpoint),
    logLevel: logLevel.NOTHING,
    requestTimeout: 5_000,
    retry: { retries: 30, maxRetryTime: 500 },
  })
  const admin = client.admin()
  await admin.connect()
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 6, replicationFactor: 3 }] })
  await admin.disconnect()
  producer = client.producer()
  await producer.connect()
  const messages = Array.from({ length: RECORDS_AT_ONCE }, () => RECORD)
  writing = setInterval(() => void producer.send({ topic: TOPIC, messages }).catch(() => undefined), EVERY_MS)
})
afterAll(async () => {
  clearInterval(writing)
  await producer.disconnect()
  closeCluster(memory)
  await kafka.end()
})

type Said = { of: (broker: number, metric: string) => number | undefined; all: readonly Reading[] }

async function collect(): Promise<Said> {
  const all: Reading[] = []
  const put = (more: readonly Reading[]) => void all.push(...more)
  const host = () => kafka.runtime.host()
  const health = new CollectorHealth()
  const parts = { runtime: kafka.runtime, host, put, log, health, clock: systemClock }
  await collectCluster(parts, cluster, memory, Date.now())
  return {
    all,
    of: (broker, metric) =>
      all.find(
        ({ series: { metric: name, dimensions } }) =>
          name === metric && dimensions['Broker ID'] === String(broker) && dimensions.Topic === undefined,
      )?.value,
  }
}

const stateOfVictim = async () => (await kafka.processes())[VICTIM]
const pidOfVictim = async () => (await kafka.runtime.observe(kafka.cluster)).memory[VICTIM]?.pid ?? 0

/** What is said of the broker that only itself knows, and of which broker that is well nothing is said. */
const saidOfVictim = ({ of, all }: Said): readonly string[] => [
  ...OWN_WORDS.filter((metric) => of(VICTIM, metric) !== undefined),
  ...all.flatMap(({ series: { dimensions } }) =>
    dimensions['Broker ID'] === String(VICTIM) && dimensions.Topic !== undefined ? [dimensions.Topic] : [],
  ),
  ...[1, 2].flatMap((other) => (of(other, 'BytesInPerSec') === undefined ? [`nothing of ${other}`] : [])),
]

/** Rates that cannot be, until the broker has been measured again three times over. */
async function spikes(): Promise<readonly Reading[]> {
  const found: Reading[] = []
  for (let seen = 0; seen < 3;) {
    await sleep(2_000)
    const { all, of } = await collect()
    if (of(VICTIM, 'BytesInPerSec') !== undefined) seen++
    found.push(...all.filter(({ value }) => !Number.isFinite(value) || value < 0))
    const rates = all.filter(({ series }) => series.metric === 'BytesInPerSec')
    found.push(...rates.filter(({ value }) => value > BYTES_PER_SECOND))
  }
  return found
}

async function killVictim(): Promise<void> {
  const state = await stateOfVictim()
  if (state?.state !== 'running' || state.boot === null) throw new Error('The broker is not there.')
  await kafka.runtime.apply(kafka.cluster, {
    do: 'kill',
    node: kafka.node(VICTIM),
    boot: state.boot,
    epoch: 1,
  })
  await kafka.until('it is gone', (seen) => seen[VICTIM]?.state === 'absent')
}

test('a broker that is written to has its rate', async () => {
  await collect()
  await sleep(3_000)
  const { of } = await collect()
  const sum = [1, 2, 3].reduce((all, broker) => all + (of(broker, 'BytesInPerSec') ?? 0), 0)
  expect(sum / BYTES_PER_SECOND).toBeGreaterThan(0.8)
  expect(await spikes()).toEqual([])
})

test('stopped in its tracks it is silent, and what waited for it makes no spike', async () => {
  const pid = await pidOfVictim()
  process.kill(pid, 'SIGSTOP')
  try {
    await collect()
    expect(saidOfVictim(await collect())).toEqual([])
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  expect(await spikes()).toEqual([])
})

test('killed it is silent, and counts anew when it is back', async () => {
  await killVictim()
  expect(saidOfVictim(await collect())).toEqual([])
  const [disk] = (await collect()).all.filter(
    ({ series: { metric, dimensions } }) =>
      metric === 'KafkaDataLogsDiskUsed' && !('Broker ID' in dimensions),
  )
  expect(disk).toBeUndefined()
  await kafka.start(VICTIM, 'existing')
  await kafka.allRun()
  expect(await spikes()).toEqual([])
})

test('replaced by an empty one of the same number it is silent, and counts anew', async () => {
  await killVictim()
  await kafka.runtime.apply(kafka.cluster, { do: 'destroy', node: kafka.node(VICTIM), epoch: 1 })
  expect(saidOfVictim(await collect())).toEqual([])
  await kafka.start(VICTIM, 'fresh')
  await kafka.allRun()
  expect(await spikes()).toEqual([])
})
