import { describe, expect, test } from 'vitest'
import { CANARY_START_MS, LEADERS_BACK_MS } from '../deadlines'
import { proofOf } from '../proof'
import { nameFor, NOW, operation, partition, running, updating, world } from '../testing/worlds'
import type { CanarySeen, World } from '../world'
import { roll } from './roll'

const withCanary = (before: World, canary: CanarySeen | null): World => ({
  ...before,
  observed: { ...before.observed, canary },
})

describe('Mosaik’s own client', () => {
  const begun = (agoMs: number): World => {
    const before = updating(world())
    return { ...before, operation: operation('UPDATE', { startedAt: NOW - agoMs }) }
  }

  test.each<[string, number, CanarySeen | null, object]>([
    [
      'gets ready before the first node goes',
      100,
      { state: 'starting', through: {} },
      { is: 'wait', why: { for: 'canary', node: null } },
    ],
    [
      'is not waited for for long',
      CANARY_START_MS + 1,
      { state: 'starting', through: {} },
      { is: 'move', moves: [{ do: 'assign', node: 1 }] },
    ],
    ['that cannot begin holds up nothing', 100, { state: 'failed', through: {} }, { is: 'move' }],
    ['that there is not holds up nothing', 100, null, { is: 'move' }],
    ['that writes lets the first node go', 100, { state: 'running', through: {} }, { is: 'move' }],
  ])('%s', (_what, agoMs, canary, verdict) => {
    expect(roll.judge(withCanary(begun(agoMs), canary))).toMatchObject(verdict)
  })
})

/** Broker 1 runs the new revision since a minute ago, as the first. */
const STARTED = NOW - 60_000
function firstCarrier(change: Parameters<typeof world>[0] = {}, startedAt = STARTED): World {
  const to = { generation: 2, hash: nameFor(1, 'r2').hash }
  const before = updating(
    world({
      ...change,
      rows: { 1: { assigned: to, witness: ['orders-0'] } },
      procs: { 1: running(1, { startedWith: to, startedAt }) },
    }),
  )
  return { ...before, operation: operation('UPDATE', { startedAt: startedAt - 5_000 }) }
}
const [first] = firstCarrier().rows.filter(({ id }) => id === 1)

test.each<[string, CanarySeen | null, string]>([
  ['nobody writes', null, 'proven'],
  ['nothing came through it yet', { state: 'running', through: { 2: NOW } }, 'unchecked'],
  [
    'what came through it was the boot before',
    { state: 'running', through: { 1: STARTED - 1 } },
    'unchecked',
  ],
  ['a record came through it', { state: 'running', through: { 1: STARTED + 1 } }, 'proven'],
])('proof where %s', (_what, canary, is) => {
  const seen = withCanary(firstCarrier(), canary)
  expect(first && proofOf(seen, first).is).toBe(is)
})

test('a boot from a time that is still to come soaks from when the clock was set back', () => {
  const seen = firstCarrier({}, NOW + 3_600_000)
  expect(first && proofOf({ ...seen, evidenceSince: NOW }, first).is).toBe('soaking')
  expect(first && proofOf({ ...seen, evidenceSince: NOW - 60_000 }, first).is).toBe('proven')
})

test('the next node waits until a record went through the first', () => {
  const seen = withCanary(firstCarrier(), { state: 'running', through: {} })
  expect(roll.judge(seen)).toMatchObject({ is: 'wait', why: { for: 'canary', node: 1 } })
})

describe('leaders', () => {
  const strayed = { 'orders-0': partition({ leader: 2 }) }

  test('go back to a broker that came back, before the next one goes', () => {
    expect(roll.judge(firstCarrier({ partitions: strayed }))).toEqual({
      is: 'move',
      moves: [{ do: 'electPreferred', nodes: [1], only: null }],
    })
  })

  test.each<[string, World]>([
    [
      'it is not in sync',
      firstCarrier({ partitions: { 'orders-0': partition({ leader: 2, isr: [2, 3] }) } }),
    ],
    [
      'it came back long ago: Kafka’s own balancing does it',
      firstCarrier({ partitions: strayed }, NOW - LEADERS_BACK_MS - 1),
    ],
    [
      'the change is taken back',
      {
        ...firstCarrier({ partitions: strayed }),
        operation: operation('UPDATE', { startedAt: STARTED - 5_000, undoing: true }),
      },
    ],
    [
      'it ran before the change',
      {
        ...firstCarrier({ partitions: strayed }),
        operation: operation('UPDATE', { startedAt: STARTED + 1 }),
      },
    ],
    [
      'the release cannot be asked',
      (() => {
        const before = firstCarrier({ partitions: strayed })
        return { ...before, desired: { ...before.desired, release: '1.1.1' } }
      })(),
    ],
  ])('stay where they are while %s', (_what, seen) => {
    expect(JSON.stringify(roll.judge(seen))).not.toContain('electPreferred')
  })
})

test('a pause holds the next node, not one that is under way, and nothing on the way back', () => {
  const paused = (change = {}): World => ({
    ...updating(world()),
    operation: operation('UPDATE', { paused: true, ...change }),
  })
  expect(roll.judge(paused())).toMatchObject({ is: 'wait', why: { for: 'resumption', left: 3 } })
  expect(roll.judge(paused({ undoing: true }))).toMatchObject({ is: 'move' })
})
