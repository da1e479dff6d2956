import { describe, expect, test } from 'vitest'
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
  const only = { operations: [], nodes, rings: [], changes: [] }
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
    happeningsOf({ operations: [], nodes: [], rings, changes: [] }, { from: 0, to: 1_000_000 }).map((each) =>
      each.is === 'alarms' ? [each.at / 1000, each.names.join(), each.overAt && each.overAt / 1000] : [],
    )
  expect(told([ring('b', 160, 300), ring('a', 100, 200)])).toEqual([[100, 'a,b', 300]])
  expect(told([ring('a', 100, 200), ring('b', 160, null)])).toEqual([[100, 'a,b', null]])
  expect(told([ring('a', 100, 110), ring('a', 150, 200), ring('a', 400, 410)])).toEqual([
    [100, 'a', 200],
    [400, 'a', 410],
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
