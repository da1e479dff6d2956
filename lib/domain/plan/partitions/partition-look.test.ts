import { describe, expect, test } from 'vitest'
import { isPartitionLookDue, servingNodes, type PartitionLooks } from './partition-look'
import { absent, running, world } from '../testing/worlds'

const NOW_MS = 1_000_000
const quiet: PartitionLooks = {
  nowMs: NOW_MS,
  askedAtMs: NOW_MS - 500,
  nodesChangedAtMs: -Infinity,
  mode: 'KRAFT',
  wanted: false,
  partitions: 50,
}
const ago = (askedMs: number, changedMs = Infinity): Partial<PartitionLooks> => ({
  askedAtMs: NOW_MS - askedMs,
  nodesChangedAtMs: NOW_MS - changedMs,
})

describe('every partition is looked at', () => {
  test.each<[string, Partial<PartitionLooks>, boolean]>([
    ['at the first look', { askedAtMs: -Infinity }, true],
    ['when somebody waits for it', { wanted: true }, true],
    ['not while nothing happens', {}, false],
    ['every ten seconds where there are few', ago(10_000), true],
    ['not sooner', ago(9_999), false],
    ['every half minute where there are many', { ...ago(30_000), partitions: 2_001 }, true],
    ['not sooner where there are many', { ...ago(29_999), partitions: 2_001 }, false],
    ['as if they were many where nobody knows', { ...ago(29_999), partitions: null }, false],
    ['at once when a node changed', ago(100, 0), true],
    ['each second while its session may run', ago(1_000, 9_999), true],
    ['not more often then', ago(999, 9_999), false],
    ['seldom again after KRaft has fenced it', ago(1_000, 10_000), false],
    ['for longer with ZooKeeper', { ...ago(1_000, 19_999), mode: 'ZOOKEEPER' }, true],
    ['seldom again after its session', { ...ago(1_000, 20_000), mode: 'ZOOKEEPER' }, false],
  ])('%s', (_, change, due) => {
    expect(isPartitionLookDue({ ...quiet, ...change })).toBe(due)
  })
})

test('who serves is another text when a node goes, comes anew or falls silent', () => {
  const before = servingNodes(world().observed)
  const after = [
    absent(),
    running(1, { boot: 'another' }),
    running(1, { answers: false }),
    running(1, { recoveryProgress: 0.5 }),
  ].map((proc) => servingNodes(world({ procs: { 1: proc } }).observed) === before)
  expect(after).toEqual([false, false, false, true])
  expect(servingNodes({ processes: { unknown: 'no permission' } })).toBeNull()
})
