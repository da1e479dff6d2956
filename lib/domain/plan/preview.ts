import { servesClients, votes } from '../node'
import type { PartitionIndex } from './partitions/partition-index'
import type { Step } from './plan'
import { STEPS } from './planner'
import { desiredNode, neededRows, partitionsSeen } from './serving'
import { features } from './steps/features'
import { rollOrder } from './steps/roll'
import { NOTHING_FOREIGN, type NodeId, type StepName, type World } from './world'

/** What a change would cost somebody, as data for the console to word. */
export type Risk =
  /** Partitions with no replica to spare above their min ISR stand still while a node restarts. Null: not known. */
  | { is: 'interrupted'; partitions: number | null }
  /** The only voter restarts: nothing can be changed meanwhile, and nobody is elected. */
  | { is: 'noQuorumMeanwhile' }
  | { is: 'everythingStops' }
  | { is: 'dataLost'; partitions: number | null }

export type PreviewedStep = { step: StepName; undo: Step['undo']; nodes: readonly NodeId[] }

export type Preview = {
  /** In order, each with the nodes it touches, in order. */
  steps: readonly PreviewedStep[]
  /** Nodes that restart, in order. */
  restarts: readonly NodeId[]
  /** Of them, those that restart once more to finalize it, in order: an upgrade with ZooKeeper has two rolls. */
  restartsAgain: readonly NodeId[]
  /** From this step on the change cannot be taken back; null: it always can. */
  pointOfNoReturn: StepName | null
  risks: readonly Risk[]
  /**
   * What to hash: specifications, ordered actions and kinds of risk. Nothing observed is in it, so a plan shown and
   * a plan confirmed a minute later are the same unless something was decided in between.
   */
  canonical: string
}

/** What would be done, asked of the steps themselves about a world in which the change had just been asked for. */
export function preview(world: World): Preview {
  const steps = stepsFor(world)
  const restarts = restartsFor(world)
  const risks = risksOf(world, restarts)
  // `verify` only looks: there is nothing in it to take back.
  const final = steps.find(({ step, undo }) => undo === 'never' && step !== 'verify')
  return {
    steps,
    restarts,
    restartsAgain: restartsToFinalize(world),
    pointOfNoReturn: final?.step ?? null,
    risks,
    canonical: canonicalOf(world, risks),
  }
}

const stepsFor = (world: World): readonly PreviewedStep[] =>
  STEPS.filter((step) => step.applies(world)).map((step) => ({
    step: step.name,
    undo: step.undo,
    nodes: [...new Set(step.rows(world).flatMap(({ node }) => (node === null ? [] : [node])))],
  }))

function restartsFor(world: World): readonly NodeId[] {
  const { desired } = world
  if (desired.presence === 'absent' || desired.power === 'off') return []
  return rollOrder(world)
    .filter(({ id, assigned }) => assigned !== null && assigned.hash !== desiredNode(world, id)?.hash)
    .map(({ id }) => id)
}

/** What brokers speak is in their files alone. */
const restartsToFinalize = (world: World): readonly NodeId[] =>
  features.applies(world) && world.desired.heldProtocol !== null
    ? rollOrder(world)
        .filter(({ role }) => servesClients(role))
        .map(({ id }) => id)
    : []

function risksOf(world: World, restarts: readonly NodeId[]): readonly Risk[] {
  const partitions = partitionsSeen(world)
  if (world.desired.presence === 'absent') {
    return [{ is: 'everythingStops' }, { is: 'dataLost', partitions: partitions?.total ?? null }]
  }
  if (world.desired.power === 'off') return [{ is: 'everythingStops' }]
  const rows = neededRows(world)
  const restarting = rows.filter(({ id }) => restarts.includes(id))
  const risks: Risk[] = []
  const voters = rows.filter(({ role }) => votes(role))
  if (voters.length === 1 && restarting.some(({ role }) => votes(role)))
    risks.push({ is: 'noQuorumMeanwhile' })
  const brokers = restarting.filter(({ role }) => servesClients(role)).map(({ id }) => id)
  const bare = partitions === null ? null : bareOf(partitions, brokers)
  if (brokers.length > 0 && bare !== 0) risks.push({ is: 'interrupted', partitions: bare })
  return risks
}

function bareOf(partitions: PartitionIndex, brokers: readonly NodeId[]): number {
  const held = brokers.flatMap((id) => partitions.placed.get(id) ?? [])
  const bare = held.filter(({ seen }) => seen.replicas.length <= seen.minIsr)
  return new Set(bare.map(({ id }) => id)).size
}

function canonicalOf(world: World, risks: readonly Risk[]): string {
  const unknown = { unknown: 'not part of a plan' }
  const kafka = {
    quorum: unknown,
    brokers: unknown,
    partitions: unknown,
    settings: unknown,
    features: unknown,
    throttles: unknown,
    quotas: unknown,
  }
  const processes = { at: world.now, value: {} }
  const blind: World = {
    ...world,
    ledger: [],
    observed: {
      release: unknown,
      processes,
      volumes: unknown,
      kafka,
      foreign: NOTHING_FOREIGN,
      canary: null,
    },
  }
  const { presence, power, release, heldProtocol, nodes, settings } = world.desired
  return JSON.stringify({
    kind: world.operation?.kind ?? null,
    presence,
    power,
    release,
    ...(heldProtocol === null ? {} : { heldProtocol }),
    told: settings.told,
    nodes: nodes.map(({ id, role, zoneId, hash }) => ({ id, role, zoneId, hash })),
    steps: stepsFor(blind).map(({ step, nodes: touched }) => ({ step, nodes: touched })),
    restarts: restartsFor(blind),
    placement: world.operation?.placement ?? [],
    risks: risks.map(({ is }) => is),
  })
}
