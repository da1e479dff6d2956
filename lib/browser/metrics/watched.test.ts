import { describe, expect, test } from 'vitest'
import type { ListedOperation } from '@/lib/contract/console/operations'
import { CHARTS, linesOf, type Watched } from './charts'
import { happeningsOf } from './happenings'
import type { Points } from './points'
import { vitalsOf, vitalWants } from './vitals'
import { uniqueWants, wantKey } from './want'
import { createCrosshair } from './crosshair'

const watched: Watched = {
  clusterName: 'orders',
  brokers: [
    { nodeId: 1, zone: 'use1-az1' },
    { nodeId: 2, zone: 'use1-az2' },
  ],
  topics: null,
  statistic: null,
  stepMs: 10_000,
}
const chart = (id: string) => CHARTS.find((each) => each.id === id) ?? CHARTS[0]

describe('the lines of a chart', () => {
  test('one a broker, of all its metrics', () => {
    const lines = linesOf(chart('cpu') ?? failed(), watched)
    expect(
      lines.map(({ wants }) => wants.map(({ metric, dimensions }) => [metric, dimensions['Broker ID']])),
    ).toEqual([
      [
        ['CpuUser', '1'],
        ['CpuSystem', '1'],
      ],
      [
        ['CpuUser', '2'],
        ['CpuSystem', '2'],
      ],
    ])
  })
  test('one a topic over all brokers, once a minute', () => {
    const lines = linesOf(chart('bytesIn') ?? failed(), { ...watched, topics: ['payments'] })
    expect(lines.map(({ key, wants }) => [key, wants.length, wants[0]?.stepMs])).toEqual([
      ['payments', 2, 60_000],
    ])
  })
  test('topics tell nothing of a processor', () => {
    expect(linesOf(chart('cpu') ?? failed(), { ...watched, topics: ['payments'] })).toHaveLength(2)
  })
  test('the chosen statistic is asked of all, else what says most', () => {
    const statistics = (statistic: string | null) =>
      linesOf(chart('disk') ?? failed(), { ...watched, statistic }).map(({ wants }) => wants[0]?.statistic)
    expect(statistics(null)).toEqual(['Maximum', 'Maximum'])
    expect(statistics('p99')).toEqual(['p99', 'p99'])
  })
})

describe('the vital figures', () => {
  const ask = { ...watched, groups: [{ group: 'billing', topic: 'payments' }] }
  const window = { from: 0, to: 100_000 }
  const held = new Map<string, Points>()
  const values: Record<string, number> = {
    BytesInPerSec: 10,
    UnderReplicatedPartitions: 3,
    OfflinePartitionsCount: 0,
    ActiveControllerCount: 2,
    KafkaDataLogsDiskUsed: 80,
    CpuUser: 20,
    CpuSystem: 5,
    MaxOffsetLag: 7,
  }
  for (const want of vitalWants(ask)) {
    const value = values[want.metric]
    const more = want.dimensions['Broker ID'] === '2' ? 1 : 0
    if (value !== undefined) held.set(wantKey(want), { at: [90_000, 100_000], values: [value, value + more] })
  }
  test('are added or the worst, with whose they are and what they mean', () => {
    const told = vitalsOf(ask, held, window).map(({ name, latest, tone, owner }) => [
      name,
      latest?.value ?? null,
      tone,
      owner,
    ])
    expect(told).toEqual([
      ['bytesIn', 21, 'idle', null],
      ['bytesOut', null, 'idle', null],
      ['messagesIn', null, 'idle', null],
      ['underReplicated', 7, 'warn', null],
      ['offline', 0, 'idle', null],
      ['controllers', 2, 'bad', null],
      ['disk', 81, 'warn', '2'],
      ['cpu', 27, 'idle', '2'],
      ['lag', 7, 'idle', 'billing'],
    ])
  })
})

test('what happened has letters in the order of time; what was asked for is told by its operation', () => {
  const at = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 14, minute)).toISOString()
  const boot = { boot: 'x', servingAt: null, served: true, reason: null }
  const nodes = [
    {
      nodeId: 2,
      boots: [
        { ...boot, startedAt: at(50), servingAt: at(51), endedAt: null, end: null },
        { ...boot, startedAt: at(5), endedAt: at(49), end: 'killed' as const },
        { ...boot, startedAt: at(1), endedAt: at(4), end: 'asked' as const },
      ],
    },
  ]
  const window = { from: Date.parse(at(0)), to: Date.parse(at(59)) }
  const only = { operations: [], nodes, rings: [], changes: [], elections: [] }
  expect(happeningsOf(only, window)).toEqual([
    { is: 'restart', letter: 'A', at: Date.parse(at(49)), nodeId: 2, servedAfterMs: 120_000 },
  ])
  expect(happeningsOf(only, { from: 0, to: 1 })).toEqual([])
})

test('alarms that begin together are one mark, over when the last of them is', () => {
  const ring = (name: string, from: number, to: number | null) => ({
    name,
    from: from * 1000,
    to: to && to * 1000,
  })
  const told = (rings: readonly ReturnType<typeof ring>[]) =>
    happeningsOf(
      { operations: [], nodes: [], rings, changes: [], elections: [] },
      { from: 0, to: 1_000_000 },
    ).map((each) =>
      each.is === 'alarms' ? [each.at / 1000, each.names.join(), each.overAt && each.overAt / 1000] : [],
    )
  expect(told([ring('b', 160, 300), ring('a', 100, 200)])).toEqual([[100, 'a,b', 300]])
  expect(told([ring('a', 100, 200), ring('b', 160, null)])).toEqual([[100, 'a,b', null]])
  expect(told([ring('a', 100, 110), ring('a', 150, 200), ring('a', 400, 410)])).toEqual([
    [100, 'a', 200],
    [400, 'a', 410],
  ])
})

test('an election is a mark of its own, but one within an operation is told by it', () => {
  const at = (second: number): string => new Date(second * 1000).toISOString()
  const operation = (startedAt: number, endedAt: number | null): ListedOperation => ({
    id: 'x',
    arn: 'x',
    clusterId: 'x',
    clusterArn: 'x',
    clusterName: 'orders',
    kind: 'UPDATE',
    name: 'UPDATE',
    state: 'COMPLETE',
    doneRows: 1,
    totalRows: 1,
    problem: null,
    errorMessage: null,
    actor: null,
    changes: [],
    startedAt: at(startedAt),
    endedAt: endedAt === null ? null : at(endedAt),
  })
  const election = (lastSeenAt: number | null, seenAt: number) => ({
    at: at(seenAt),
    lastSeenAt: lastSeenAt === null ? null : at(lastSeenAt),
    from: 10_001,
    to: [10_002],
    epoch: 7,
    partitions: null,
  })
  const told = (operations: readonly ListedOperation[], lastSeenAt: number | null) =>
    happeningsOf(
      { operations, nodes: [], rings: [], changes: [], elections: [election(lastSeenAt, 500)] },
      { from: 0, to: 1_000_000 },
    ).filter(({ is }) => is === 'election')
  expect(told([], 490)).toEqual([
    { is: 'election', at: 500_000, letter: 'A', leader: 10_002, before: 10_001, epoch: 7, wasAway: false },
  ])
  expect(told([operation(100, 489), operation(501, null)], 490)).toHaveLength(1)
  expect(told([operation(100, 495)], 490)).toEqual([])
  expect(told([operation(495, null)], 490)).toEqual([])
  expect(told([operation(100, 495)], null)).toHaveLength(1)
})

test('leaders that moved between two looks are one mark, of how many brokers they ever were', () => {
  const moved = (at: number, from: number, to: number[], partitions: number) => ({
    at: new Date(at).toISOString(),
    lastSeenAt: new Date(at - 1_000).toISOString(),
    from,
    to,
    epoch: null,
    partitions,
  })
  const elections = [moved(5_000, 3, [2], 4), moved(5_000, 1, [2], 6), moved(2_000, 2, [1, 3], 10)]
  expect(
    happeningsOf({ operations: [], nodes: [], rings: [], changes: [], elections }, { from: 0, to: 9_000 }),
  ).toEqual([
    { is: 'leaders', letter: 'A', at: 2_000, partitions: 10, from: [2], to: [1, 3] },
    { is: 'leaders', letter: 'B', at: 5_000, partitions: 10, from: [1, 3], to: [2] },
  ])
})

test('the moment tells those who watch it, once a change', () => {
  const crosshair = createCrosshair()
  const heard: (number | null)[] = []
  const leave = crosshair.subscribe(() => heard.push(crosshair.get()))
  crosshair.set(5)
  crosshair.set(5)
  crosshair.set(null)
  leave()
  crosshair.set(9)
  expect(heard).toEqual([5, null])
})

function failed(): never {
  throw new Error('No such chart.')
}

test('what a figure and a chart both want is asked for once', () => {
  const [want] = linesOf(chart('bytesIn') ?? failed(), watched).flatMap(({ wants }) => wants)
  expect(uniqueWants([want ?? failed(), { ...(want ?? failed()) }])).toHaveLength(1)
})
