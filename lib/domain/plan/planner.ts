import { diskFence, isNearlyFull, watchesQuota } from './guards/disk-fence'
import { drillFaults } from './guards/drill-faults'
import { foreignBrokers } from './guards/foreign-brokers'
import { foreignNodes } from './guards/foreign-nodes'
import { countKills, watchNodes } from './ledger'
import { outcome } from './outcome'
import type { Decision, Move, Step, Verdict } from './plan'
import { trackProgress, withDeadline } from './progress'
import { kindKey, kindOf, proofOf, sourceKinds } from './proof'
import { procOf, shallRun } from './serving'
import { features } from './steps/features'
import { nodes } from './steps/nodes'
import { placement } from './steps/placement'
import { power } from './steps/power'
import { quorum } from './steps/quorum'
import { release } from './steps/release'
import { removal } from './steps/removal'
import { retire } from './steps/retire'
import { roll } from './steps/roll'
import { settings } from './steps/settings'
import { verify } from './steps/verify'
import { fencedNodes } from './volumes'
import type { World } from './world'

/** Order is dependency: a later step is not judged before all earlier ones are done. */
export const STEPS: readonly Step[] = [
  release,
  nodes,
  quorum,
  roll,
  settings,
  features,
  placement,
  retire,
  power,
  removal,
  verify,
]

/**
 * The brain: what should be, what is recorded and what was seen go in; moves that are safe together come out, with
 * the ledger after them. Nothing else in Mosaik decides what happens to a broker.
 */
export function plan(before: World): Decision {
  const world: World = { ...before, ledger: watchNodes(before) }
  const steps = stepsOf(world)
  const { judged, decided, entry, moves } = decide(world, steps)
  const ledger = [...(entry === null ? [] : [entry]), ...world.ledger.filter(({ node }) => node !== null)]
  return {
    moves,
    guarded: guardMoves(world, moves),
    ledger: countKills(world, ledger, moves),
    verdicts: judged.map(({ step, verdict }) => ({ step: step.name, verdict })),
    rows: steps.flatMap((step) => step.rows(world)),
    outcome: outcome(world, decided),
    proven: newlyProven(world),
    formatted: newlyFormatted(world),
    wants: {
      partitions: wantsPartitions(world, steps),
      settings: settings.applies(world),
      features: world.operation?.sourceFeatures != null && Object.keys(world.desired.features).length > 0,
      throttles: world.throttled,
      quotas: watchesQuota(world),
      canary: wantsCanary(world),
    },
    gone: world.desired.presence === 'absent' && decided === undefined,
    findings: findingsOf(world),
  }
}

/** What has its folder here is told by that: as a broker too it would be told twice. */
function findingsOf(world: World): Decision['findings'] {
  const here = foreignNodes(world)
  const others = foreignBrokers(world)
  return [...here, ...others.filter(({ node }) => !here.some((finding) => finding.node === node))]
}

/** The moves alone, for the second look. */
export function movesNow(before: World): readonly Move[] {
  const world: World = { ...before, ledger: watchNodes(before) }
  const { moves } = decide(world, stepsOf(world))
  return [...moves, ...guardMoves(world, moves)]
}

const guardMoves = (world: World, steps: readonly Move[]): readonly Move[] => [
  ...diskFence(world, steps),
  ...drillFaults(world),
]

type Judged = { step: Step; verdict: Verdict }

function decide(world: World, steps: readonly Step[]) {
  const judged: Judged[] = []
  let decided: Judged | undefined
  for (const step of steps) {
    const verdict = step.judge(world)
    if (verdict.is === 'done') {
      judged.push({ step, verdict })
      continue
    }
    decided = { step, verdict }
    break
  }
  const entry = trackProgress(world, decided?.step)
  if (decided !== undefined) {
    decided = { step: decided.step, verdict: withDeadline(world, decided.step, decided.verdict, entry) }
    judged.push(decided)
  }
  const moves = decided?.verdict.is === 'move' ? decided.verdict.moves : []
  return { judged, decided, entry, moves }
}

/** A cluster whose creation failed is left as it is, for its logs to be read, until it is deleted. */
function stepsOf(world: World): readonly Step[] {
  if (world.creation === 'failed' && world.desired.presence === 'present') return []
  return STEPS.filter((step) => step.applies(world))
}

function newlyProven(world: World): readonly string[] {
  const serving = world.rows.flatMap((row) => {
    const kind = kindOf(world, row)
    if (kind === null || world.proven.has(kindKey(row.role, kind))) return []
    return proofOf(world, row).is === 'proven' ? [kindKey(row.role, kind)] : []
  })
  const ofSource = sourceKinds(world).filter((key) => !world.proven.has(key))
  return [...new Set([...serving, ...ofSource])]
}

const newlyFormatted = (world: World): readonly number[] =>
  world.rows
    .filter((row) => !row.formatted && procOf(world, row.id)?.hasDirectory === true)
    .map(({ id }) => id)

/** While brokers restart or are told something, somebody has to know whether clients notice. */
const wantsCanary = (world: World): boolean => {
  const { operation, creation } = world
  if (!shallRun(world) || creation !== 'complete') return false
  if (operation?.kind !== 'UPDATE' && operation?.kind !== 'REBOOT') return false
  return operation.restarts || operation.changesSettings || operation.placement.length > 0
}

const COUNTS_PARTITIONS: readonly Step['name'][] = ['roll', 'placement', 'retire']

/** The ISR of every partition is a costly look: asked for while a change, a proof or a refill depends on it. */
function wantsPartitions(world: World, steps: readonly Step[]): boolean {
  if (world.desired.presence === 'absent' || world.desired.power === 'off') return false
  // A drill is judged by who leads and who is in sync.
  if (world.drill !== null) return true
  if (world.operation !== null || steps.some(({ name }) => COUNTS_PARTITIONS.includes(name))) return true
  // Whether others do without a broker that has no space left.
  if (fencedNodes(world).size > 0 || isNearlyFull(world)) return true
  return world.rows.some((row) => row.formatted && procOf(world, row.id)?.hasDirectory === false)
}
