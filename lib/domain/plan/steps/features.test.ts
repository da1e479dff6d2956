import { describe, expect, test } from 'vitest'
import { outcome } from '../outcome'
import { NODES, NOW, operation, world } from '../testing/worlds'
import type { FeaturesSeen, Known, World } from '../world'
import { features } from './features'
import { roll } from './roll'

const OLD = { 'metadata.version': 21 }
const NEW = { 'metadata.version': 30, 'group.version': 1 }

const levels = (of: Readonly<Record<string, number>>): FeaturesSeen['supported'] =>
  Object.fromEntries(NODES.map((id) => [id, of]))
const seen = (finalized: FeaturesSeen['finalized'], supported = levels(NEW)): Known<FeaturesSeen> => ({
  at: NOW,
  value: { finalized, supported },
})

function upgrading(known: Known<FeaturesSeen>): World {
  const before = world()
  return {
    ...before,
    operation: operation('UPDATE', { sourceFeatures: OLD }),
    desired: { ...before.desired, features: NEW },
    observed: { ...before.observed, kafka: { ...before.observed.kafka, features: known } },
  }
}

test.each<[string, Known<FeaturesSeen>, object]>([
  ['nobody answered', { unknown: 'no' }, { is: 'wait', why: { for: 'look', what: 'features' } }],
  [
    'the metadata comes first',
    seen(OLD),
    { is: 'move', moves: [{ do: 'finalize', feature: 'metadata.version', level: 30 }] },
  ],
  [
    'then one after another',
    seen({ 'metadata.version': 30 }),
    { is: 'move', moves: [{ do: 'finalize', feature: 'group.version', level: 1 }] },
  ],
  [
    'a node that does not know the level is waited for',
    seen(OLD, { ...levels(NEW), 2: OLD }),
    { is: 'wait', why: { for: 'feature', node: 2, feature: 'metadata.version', level: 30 } },
  ],
  ['all are there', seen(NEW), { is: 'done' }],
  ['what is above stays', seen({ ...NEW, 'metadata.version': 31 }), { is: 'done' }],
])('%s', (_name, known, verdict) => {
  expect(features.judge(upgrading(known))).toMatchObject(verdict)
})

test('without another release it has nothing to do, and on the way back neither', () => {
  expect(features.applies({ ...world(), operation: operation('UPDATE') })).toBe(false)
  const back = upgrading(seen(OLD))
  expect(features.applies(back)).toBe(true)
  expect(
    features.applies({ ...back, operation: operation('UPDATE', { sourceFeatures: OLD, undoing: true }) }),
  ).toBe(false)
})

describe('an upgrade that is stuck', () => {
  const stuck = {
    step: roll,
    verdict: { is: 'stuck', why: { is: 'nodeFailed', node: 2, boots: 3, why: 'x' } },
  } as const

  test.each<[string, Known<FeaturesSeen>, 'undo' | 'fail']>([
    ['turns back while the old release can read all', seen(OLD), 'undo'],
    ['stays when the metadata is raised', seen({ 'metadata.version': 30 }), 'fail'],
    ['stays when that is not known', { unknown: 'no node answers' }, 'fail'],
  ])('%s', (_name, known, is) => {
    expect(outcome(upgrading(known), stuck)).toMatchObject({ is })
  })
})

describe('with ZooKeeper', () => {
  const between = (heldProtocol: string | null): World => {
    const before = world()
    return {
      ...before,
      operation: operation('UPDATE', { sourceFeatures: {} }),
      desired: { ...before.desired, release: '2.8.2', features: {}, heldProtocol },
    }
  }
  const stuck = {
    step: roll,
    verdict: { is: 'stuck', why: { is: 'nodeFailed', node: 2, boots: 3, why: 'x' } },
  } as const

  test('what brokers speak is raised after the first roll, and the second begins', () => {
    expect(features.judge(between('2.2'))).toEqual({
      is: 'move',
      moves: [{ do: 'raiseProtocol', protocol: '2.8' }],
    })
    expect(features.judge(between(null))).toEqual({ is: 'done' })
  })

  test('until then there is a way back, and none from there on', () => {
    expect(outcome(between('2.2'), stuck)).toMatchObject({ is: 'undo' })
    expect(outcome(between(null), stuck)).toMatchObject({ is: 'fail' })
    const asked = between(null)
    const cancelled = { ...asked, operation: operation('UPDATE', { sourceFeatures: {}, cancelAsked: true }) }
    expect(outcome(cancelled, { ...stuck, verdict: { is: 'done' } })).toEqual({ is: 'goOn' })
  })
})
