import { expect, test } from 'vitest'
import { outcome } from '../outcome'
import { stopPermit } from '../permit'
import { absent, NOW, operation, partition, running, world, type Change } from '../testing/worlds'
import type { World } from '../world'
import { placement } from './placement'
import { retire } from './retire'

/** Broker 3 shall go: two are wanted of the three there are. */
function shrinking(change: Change = {}, drains = false): World {
  const before = world({ partitions: {}, ...change })
  return {
    ...before,
    operation: operation('UPDATE', { drains }),
    desired: { ...before.desired, generation: 2, nodes: before.desired.nodes.filter(({ id }) => id !== 3) },
  }
}

const departed = (brokers: object = { 1: { fenced: false }, 2: { fenced: false } }): World => {
  const seen = shrinking({ procs: { 3: absent({ hasDirectory: false }) } })
  const { kafka } = seen.observed
  return {
    ...seen,
    observed: {
      ...seen.observed,
      kafka: { ...kafka, brokers: { at: NOW, value: { ...brokers } } },
    },
  }
}

test('nobody goes where all are wanted', () => {
  expect(retire.applies(world())).toBe(false)
  expect(retire.applies(shrinking())).toBe(true)
})

test.each<[string, World, object]>([
  [
    'one that holds partitions of their owner runs on',
    shrinking({ partitions: { 'orders-0': partition(), 'orders-1': partition({ replicas: [1, 2] }) } }),
    { is: 'wait', why: { for: 'drained', node: 3, partitions: 1, partition: 'orders-0' } },
  ],
  [
    'one that holds nothing is stopped',
    shrinking(),
    { is: 'move', moves: [{ do: 'stop', node: 3, boot: 'boot-3' }] },
  ],
  [
    'it takes its time',
    shrinking({ procs: { 3: running(3, { state: 'stopping' }) } }),
    { is: 'wait', why: { for: 'stop', node: 3 } },
  ],
  [
    'its registration goes before its directory',
    shrinking({ procs: { 3: absent() } }),
    {
      is: 'move',
      moves: [
        { do: 'unregister', node: 3 },
        { do: 'destroy', node: 3 },
      ],
    },
  ],
  ['it is forgotten last', departed(), { is: 'move', moves: [{ do: 'forget', node: 3 }] }],
  [
    'but not while it is registered',
    departed({ 3: { fenced: true } }),
    { is: 'move', moves: [{ do: 'unregister', node: 3 }] },
  ],
])('%s', (_, seen, verdict) => {
  expect(retire.judge(seen)).toMatchObject(verdict)
})

test('what is not known lets nobody go', () => {
  const seen = shrinking()
  const { kafka } = seen.observed
  const blind = {
    ...seen,
    observed: { ...seen.observed, kafka: { ...kafka, partitions: { unknown: 'nobody answers' } } },
  }
  expect(retire.judge(blind)).toMatchObject({ is: 'wait', why: { for: 'look', what: 'partitions' } })
  expect(placement.judge(blind)).toMatchObject({ is: 'wait', why: { for: 'look', what: 'partitions' } })
})

test('until it goes, its replicas count for those that restart', () => {
  const seen = shrinking({ partitions: { 'orders-0': partition({ replicas: [1, 2, 3], isr: [1, 2, 3] }) } })
  expect(stopPermit(seen, 1)).toEqual({ is: 'granted' })
})

test('Mosaik moves its own topic off it, and in an assisted cluster everything', () => {
  const partitions = {
    '__mosaik_canary-2': partition({ replicas: [3, 1], isr: [3, 1] }),
    'orders-0': partition({ replicas: [3, 2], isr: [3, 2] }),
  }
  expect(placement.judge(shrinking({ partitions }))).toMatchObject({
    moves: [{ do: 'reassign', partitions: [{ id: '__mosaik_canary-2', to: [2, 1] }] }],
  })
  const assisted = placement.judge(shrinking({ partitions }, true))
  expect(assisted).toMatchObject({
    moves: [{ partitions: [{ id: '__mosaik_canary-2' }, { id: 'orders-0', to: [1, 2] }] }],
  })
})

test('a topic of Mosaik’s own has as many copies as there are brokers left for it', () => {
  const partitions = { '__mosaik_canary-0': partition({ replicas: [1, 2, 3] }) }
  expect(placement.judge(shrinking({ partitions }))).toMatchObject({
    moves: [{ partitions: [{ id: '__mosaik_canary-0', to: [1, 2] }] }],
  })
})

test('the change is taken back while all brokers are there, and not any more once one is gone', () => {
  const stuck = {
    step: retire,
    verdict: { is: 'stuck', why: { is: 'underReplicated', partitions: 1 } },
  } as const
  expect(outcome(shrinking(), stuck)).toMatchObject({ is: 'undo' })
  const gone = { ...shrinking(), operation: operation('UPDATE', { sourceIsThere: false }) }
  expect(outcome(gone, stuck)).toMatchObject({ is: 'fail' })
  const cancelled = { ...shrinking(), operation: operation('UPDATE', { cancelAsked: true }) }
  const waiting = {
    step: retire,
    verdict: { is: 'wait', why: { for: 'stop', node: 3 }, deadlineMs: 1 },
  } as const
  expect(outcome(cancelled, waiting)).toEqual({ is: 'undo', why: { is: 'cancelled' } })
})
