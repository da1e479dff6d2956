import { describe, expect, test } from 'vitest'
import { bootChanges, type Boot } from './boot-history'
import type { Move } from './plan'
import { absent, NOW, running, world } from './testing/worlds'
import type { Proc, World } from './world'

const NODE = 2
const others = [10_001, 10_002, 10_003, 1, 3]
const known = (change: Partial<Boot> = {}): Boot => ({
  nodeId: NODE,
  boot: `boot-${NODE}`,
  startedAt: NOW - 60_000,
  servingAt: NOW - 55_000,
  served: true,
  asked: null,
  endedAt: null,
  reason: null,
  ...change,
})

function changes(last: Boot | null, proc: Proc | null, look: Partial<World> = {}, moves: Move[] = []) {
  const all = new Map(others.map((nodeId) => [nodeId, known({ nodeId, boot: `boot-${nodeId}` })]))
  if (last) all.set(NODE, last)
  return bootChanges(all, { ...world({ procs: { [NODE]: proc } }), ...look }, moves)
}

const crash = { boot: `boot-${NODE}`, startedAt: NOW - 60_000, at: NOW - 40_000, reason: 'No space left' }

describe('a boot', () => {
  test('that is known and goes on is no change', () => {
    expect(changes(known(), running(NODE))).toEqual([])
  })

  test('that begins is written down, not yet serving', () => {
    const proc = running(NODE, { state: 'starting', answers: null, startedAt: NOW - 100 })
    expect(changes(null, proc)).toEqual([known({ startedAt: NOW - 100, servingAt: null, served: false })])
  })

  test('that comes to serve is told with the time', () => {
    expect(changes(known({ servingAt: null, served: false }), running(NODE))).toEqual([
      known({ servingAt: NOW }),
    ])
  })

  test('that served before anyone looked has no time of serving', () => {
    const proc = running(NODE, { startedAt: NOW - 60_000 })
    expect(changes(null, proc, { evidenceSince: NOW - 100 })).toEqual([known({ servingAt: null })])
  })

  test('that ended by itself is told with its reason, and with the time one saw it end', () => {
    const [change] = changes(known(), absent({ lastExit: crash }))
    expect(change).toEqual(known({ endedAt: NOW, reason: 'No space left' }))
  })

  test('that ended while nobody watched ended at its last word', () => {
    const [change] = changes(known(), absent({ lastExit: crash }), { evidenceSince: NOW - 100 })
    expect(change?.endedAt).toBe(crash.at)
  })

  test('that is asked to end says so, and ended without a reason', () => {
    const move: Move = { do: 'stop', node: NODE, boot: `boot-${NODE}` }
    expect(changes(known(), running(NODE), {}, [move])).toEqual([known({ asked: 'stop' })])
    expect(changes(known({ asked: 'kill' }), absent())).toEqual([known({ asked: 'kill', endedAt: NOW })])
    expect(changes(known(), absent())).toEqual([known({ asked: 'stop', endedAt: NOW })])
  })

  test('whose folder is gone ended nobody knows how', () => {
    expect(changes(known(), null)).toEqual([known({ endedAt: NOW })])
  })

  test('that came and went between two looks is told before the one that runs', () => {
    const between = { boot: 'between', startedAt: NOW - 3000, at: NOW - 2000, reason: 'Port taken' }
    const proc = running(NODE, { boot: 'new', startedAt: NOW - 1000, lastExit: between })
    const told = changes(known(), proc)
    expect(told.map(({ boot, reason, endedAt }) => ({ boot, reason, endedAt }))).toEqual([
      { boot: `boot-${NODE}`, reason: null, endedAt: NOW - 3000 },
      { boot: 'between', reason: 'Port taken', endedAt: NOW - 2000 },
      { boot: 'new', reason: null, endedAt: null },
    ])
  })

  test('is left as it is when processes cannot be seen', () => {
    expect(
      bootChanges(
        new Map(),
        { ...world(), observed: { ...world().observed, processes: { unknown: 'x' } } },
        [],
      ),
    ).toEqual([])
  })
})
