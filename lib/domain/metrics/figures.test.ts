import { expect, test } from 'vitest'
import { brokerFigures } from './broker-figures'
import { BROKER_RULES, rulesOf } from './broker-rules'
import { CONTROLLER_MBEANS, controllerFigures } from './controller-figures'
import { clusterDiskFigures, hostFigures, type HostSample } from './host-figures'
import { spanOf } from './rates'
import { valueKey, type Figure, type NodeSample, type SocketSample, type TopicSample } from './sample'
import { socketFigures } from './socket-figures'
import { throttleFigures } from './throttle-figures'
import { topicFigures } from './topic-figures'

const PERIOD_MS = 10_000
const BYTES_IN = 'kafka.server:type=BrokerTopicMetrics,name=BytesInPerSec'
const PRODUCE = 'kafka.network:type=RequestMetrics,name=TotalTimeMs,request=Produce'

const sample = (uptimeMs: number, values: Record<string, number>, startedAt = 1): NodeSample => ({
  startedAt,
  uptimeMs,
  values: new Map(Object.entries(values)),
  sockets: [],
  throttles: [],
})
const figuresOf = (before: NodeSample | null, now: NodeSample): readonly Figure[] =>
  brokerFigures(BROKER_RULES, { before, now, span: spanOf(before, now, PERIOD_MS) })
const named = (figures: readonly Figure[], metric: string) =>
  figures.filter((figure) => figure.metric === metric).map(({ value }) => value)

test('rates, means and percentiles are of what came between two readings', () => {
  const before = sample(100_000, {
    [valueKey(BYTES_IN, 'Count')]: 1_000,
    [valueKey(PRODUCE, 'Count')]: 90,
    [valueKey(PRODUCE, 'Mean')]: 1,
  })
  const now = sample(110_000, {
    [valueKey(BYTES_IN, 'Count')]: 21_000,
    [valueKey(PRODUCE, 'Count')]: 100,
    [valueKey(PRODUCE, 'Mean')]: 3,
    [valueKey(PRODUCE, '99thPercentile')]: 40,
  })
  expect(figuresOf(before, now)).toEqual([
    { metric: 'BytesInPerSec', value: 2_000 },
    { metric: 'ProduceTotalTimeMsMean', value: 21 },
    { metric: 'ProduceTotalTimeMsP99', value: 40 },
  ])
  // Without a request in between there is neither a mean nor a percentile, and the rate is zero.
  expect(figuresOf(now, { ...now, uptimeMs: 120_000 })).toEqual([{ metric: 'BytesInPerSec', value: 0 }])
  expect(figuresOf(null, now)).toEqual([])
})

test('a counter that was not asked for before, because the level was lower, makes no peak', () => {
  const now = sample(110_000, { [valueKey(BYTES_IN, 'Count')]: 21_000 })
  expect(figuresOf(sample(100_000, {}), now)).toEqual([])
})

test('a level shows what those below it show', () => {
  const [least, more] = [rulesOf('DEFAULT', 'KRAFT'), rulesOf('PER_BROKER', 'KRAFT')]
  expect(more.length).toBeGreaterThan(least.length)
  expect(least.every((rule) => more.includes(rule))).toBe(true)
  expect(least.some(({ metric }) => metric.startsWith('ZooKeeper'))).toBe(false)
})

const socket = (listener: string, connections: number, bytes: number): SocketSample => ({
  listener,
  processor: '0',
  values: {
    'connection-count': connections,
    'connection-creation-total': bytes,
    'connection-close-total': 0,
    'incoming-byte-total': bytes,
    'outgoing-byte-total': 0,
    'io-waittime-total': bytes * 1e6,
  },
})
const authentication = (listener: string) => (listener === 'CLIENT' ? 'PLAINTEXT' : null)

test('connections of clients are told apart from those between brokers', () => {
  const before = { ...sample(100_000, {}), sockets: [socket('CLIENT', 4, 100), socket('REPLICATION', 2, 0)] }
  const now = {
    ...sample(110_000, {}),
    sockets: [socket('CLIENT', 7, 5_100), socket('REPLICATION', 2, 5_000)],
  }
  const two = { before, now, span: spanOf(before, now, PERIOD_MS) }
  const figures = socketFigures(two, 'PER_BROKER', authentication)
  expect(named(figures, 'ConnectionCount')).toEqual([9])
  expect(figures).toContainEqual({
    metric: 'ClientConnectionCount',
    value: 7,
    dimensions: { 'Client Authentication': 'PLAINTEXT' },
  })
  expect(named(figures, 'TrafficBytes')).toEqual([5_000])
  expect(named(figures, 'TcpConnections')).toEqual([10_000])
  expect(named(figures, 'ConnectionCreationRate')).toEqual([500])
  expect(named(figures, 'NetworkProcessorAvgIdlePercent')).toEqual([0.5])
  expect(socketFigures(two, 'DEFAULT', authentication)).toHaveLength(2)
})

const controller = (active: number, offline: number): NodeSample =>
  sample(
    100_000,
    Object.fromEntries(
      CONTROLLER_MBEANS.map((mbean, index) => [valueKey(mbean, 'Value'), index === 0 ? active : offline]),
    ),
  )

test.each([
  ['standby controllers repeat what the active one says', [controller(1, 5), controller(0, 5)], 0, [1], [5]],
  ['brokers that do not control report zeros', [controller(0, 0), controller(1, 3)], 0, [1], [3]],
  ['nobody controls', [controller(0, 2), controller(0, 1)], 0, [0], [2]],
  ['the only one that may control is silent', [controller(0, 2)], 1, [], []],
  ['a standby is silent', [controller(1, 2)], 1, [1], [2]],
  ['nobody answers', [], 3, [], []],
])('the cluster’s figures when %s', (_, samples, silent, active, offline) => {
  const figures = controllerFigures(samples, silent)
  expect(named(figures, 'ActiveControllerCount')).toEqual(active)
  expect(named(figures, 'OfflinePartitionsCount')).toEqual(offline)
})

const GIB = 1024 ** 3
const host = (takenMs: number, cpuMs: number, boot = 'a'): HostSample => ({
  boot,
  takenMs,
  cpu: { userMs: cpuMs, systemMs: cpuMs / 4 },
  memory: { usedBytes: GIB, swappedBytes: 0 },
  io: { readBytes: 0, writtenBytes: cpuMs },
  openFiles: 10,
  disk: { dataBytes: 25 * GIB, logBytes: 1, logBytesMax: 4 },
})
const share = {
  vcpus: 2,
  memoryBytes: 8 * GIB,
  volumeBytes: 100 * GIB,
  memoryAvailableBytes: 3 * GIB,
  swapFreeBytes: null,
  diskUsedPercent: 40,
}

test('CPU is of the share of the broker type, the disk of its volume, free memory no more than the host has', () => {
  const figures = hostFigures(host(0, 0), host(10_000, 4_000), share, 'DEFAULT')
  const values = Object.fromEntries(figures.map(({ metric, value }) => [metric, value]))
  expect(values).toEqual({
    CpuUser: 20,
    CpuSystem: 5,
    CpuIdle: 75,
    MemoryUsed: GIB,
    MemoryFree: 3 * GIB,
    SwapUsed: 0,
    RootDiskUsed: 40,
    KafkaDataLogsDiskUsed: 25,
    KafkaAppLogsDiskUsed: 25,
  })
})

test('a process that takes more than its share has nothing left of it, and a restarted one no CPU yet', () => {
  const busy = hostFigures(host(0, 0), host(10_000, 40_000), share, 'DEFAULT')
  expect(named(busy, 'CpuIdle')).toEqual([0])
  expect(named(busy, 'CpuUser')).toEqual([80])
  expect(named(hostFigures(host(0, 0), host(10_000, 400, 'b'), share, 'PER_BROKER'), 'CpuUser')).toEqual([])
})

test('the disk of the cluster is known when that of all brokers is', () => {
  const one = host(0, 0)
  expect(clusterDiskFigures([one, one], 2, 100 * GIB)).toEqual([
    { metric: 'KafkaDataLogsDiskUsed', value: 25 },
  ])
  expect(clusterDiskFigures([one], 2, 100 * GIB)).toEqual([])
})

const topics = (uptimeMs: number, counts: Record<string, number>): TopicSample => ({
  startedAt: 1,
  uptimeMs,
  counters: new Map([['BytesInPerSec', new Map(Object.entries(counts))]]),
})

test('a topic counts from its first record, and anew when it was deleted and made again', () => {
  const figures = topicFigures(
    topics(100_000, { old: 500, again: 900 }),
    topics(110_000, { old: 700, again: 100, new: 50 }),
    PERIOD_MS,
  )
  expect(figures.map(({ dimensions, value }) => [dimensions?.['Topic'], value])).toEqual([
    ['old', 20],
    ['again', 10],
    ['new', 5],
  ])
})

test('a quota has figures while it holds somebody up', () => {
  const queues = {
    'kafka.server:type=Produce#queue-size': 1,
    'kafka.server:type=Request#exempt-request-time': 2,
  }
  const quiet = sample(1, queues)
  expect(throttleFigures(quiet)).toEqual([
    { metric: 'ProduceThrottleQueueSize', value: 1 },
    { metric: 'RequestExemptFromThrottleTime', value: 20 },
  ])
  const held = throttleFigures({
    ...quiet,
    throttles: [
      { kind: 'Produce', byteRate: 1_000, timeMs: 30 },
      { kind: 'Produce', byteRate: 500, timeMs: 10 },
      { kind: 'Produce', byteRate: 9_000, timeMs: null },
    ],
  })
  expect(named(held, 'ProduceThrottleTime')).toEqual([20])
  expect(named(held, 'ProduceThrottleByteRate')).toEqual([1_500])
})
