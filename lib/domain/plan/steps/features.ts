import { protocolOf } from '../../kafka-features'
import { FEATURES_DEADLINE_MS } from '../deadlines'
import type { Step, Verdict } from '../plan'
import { isFresh, shallRun } from '../serving'
import type { Desired, FeaturesSeen, World } from '../world'
import { lookFor } from './look'

/**
 * The last step of an upgrade, and the point of no return: what the new release writes into the metadata, the old
 * one cannot read. Judged after the roll, so every node runs the new release and has proven it. One feature at a
 * time, because the others need the metadata of their release.
 *
 * With ZooKeeper there are no features but a line in every broker's file. To raise it is another specification, under
 * a number of its own: what is before this step finds that all brokers run something else, and rolls once more.
 */
export const features: Step = {
  name: 'features',
  undo: 'never',
  applies: (world) =>
    shallRun(world) &&
    world.creation === 'complete' &&
    world.operation?.sourceFeatures != null &&
    !world.operation.undoing,
  rows(world) {
    if (isByFile(world)) {
      const isRaised = world.desired.heldProtocol === null
      return [{ step: 'features', node: null, phase: isRaised ? 'done' : 'waiting', why: null }]
    }
    const { features: seen } = world.observed.kafka
    if (!isFresh(world, seen)) return [{ step: 'features', node: null, phase: 'waiting', why: null }]
    const isDone = nextOf(world, seen.value) === null
    return [{ step: 'features', node: null, phase: isDone ? 'done' : 'next', why: null }]
  },
  judge(world) {
    if (isByFile(world)) return judgeFile(world.desired)
    const { features: seen } = world.observed.kafka
    if (!isFresh(world, seen)) return lookFor('features')
    const next = nextOf(world, seen.value)
    if (next === null) return { is: 'done' }
    const { feature, level } = next
    const late = Object.entries(seen.value.supported).find(([, levels]) => (levels[feature] ?? 0) < level)
    if (late === undefined) return { is: 'move', moves: [{ do: 'finalize', feature, level }] }
    return {
      is: 'wait',
      why: { for: 'feature', node: Number(late[0]), feature, level },
      deadlineMs: FEATURES_DEADLINE_MS,
    }
  },
}

/** A release with ZooKeeper has no feature that could be told. */
const isByFile = ({ desired }: World): boolean => Object.keys(desired.features).length === 0

const judgeFile = ({ heldProtocol, release }: Desired): Verdict =>
  heldProtocol === null
    ? { is: 'done' }
    : { is: 'move', moves: [{ do: 'raiseProtocol', protocol: protocolOf(release) }] }

function nextOf({ desired }: World, { finalized }: FeaturesSeen): { feature: string; level: number } | null {
  const next = Object.entries(desired.features).find(([feature, level]) => (finalized[feature] ?? 0) < level)
  return next === undefined ? null : { feature: next[0], level: next[1] }
}

/** Whether the release before can still read what is written. Null: not known. */
export function canGoBack(world: World): boolean | null {
  const source = world.operation?.sourceFeatures
  if (source == null) return true
  // Some broker may speak it from the moment on at which it is stored.
  if (isByFile(world)) return world.desired.heldProtocol !== null
  const { features: seen } = world.observed.kafka
  if (!isFresh(world, seen)) return null
  return Object.entries(seen.value.finalized).every(([feature, level]) => level <= (source[feature] ?? 0))
}
