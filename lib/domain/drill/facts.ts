import { servesClients, votes } from '../node'
import { neededRows, partitionsSeen, procOf, serving, shallRun } from '../plan/serving'
import { fencedNodes, ownFill } from '../plan/volumes'
import { isKnown, type NodeId, type PartitionId, type World } from '../plan/world'
import { BRAKE_BYTES_PER_SECOND } from '../volume-limit'

/** What the host says about one node, for as long as a drill is under way. Null: not there, or not to be told here. */
export type FaultSigns = {
  pid: number | null
  /** The kernel's letter for its process: T is stopped. */
  processState: string | null
  /** Which data folder it has, in Kafka's own word. */
  directoryId: string | null
  /** Size of the file that a drill put into its volume. */
  fillerBytes: number | null
  /** A drill put its data folder aside, and it is still there. */
  isPutAside: boolean
}
export type SignsSeen = Readonly<Record<NodeId, FaultSigns>>

export type NodeFacts = {
  boot: string | null
  serving: 'yes' | 'no' | 'unknown'
  /** It answers its protocol. Null: not asked, or nobody there. */
  answers: boolean | null
  fenced: boolean | null
  /** Partitions it leads. Null: not known, or not a broker. */
  leads: number | null
  isStoppedFull: boolean
  signs: FaultSigns | null
}

/** All that a drill is judged by: of one look. */
export type DrillFacts = {
  now: number
  epoch: number
  /** Somebody changes the cluster, or it shall not run any more. */
  isDisturbed: boolean
  isEndAsked: boolean
  /** Everybody serves and every replica is in sync. Null: not known. */
  isWell: boolean | null
  underReplicated: number | null
  /** When partitions were looked at. */
  partitionsAt: number | null
  leadingVoter: NodeId | null
  /** Producers are slowed. Null: not known. */
  isBraked: boolean | null
  /** `none`: no real broker runs here. */
  canary: 'none' | 'starting' | 'running' | 'failed' | 'finished'
  nodes: Readonly<Record<NodeId, NodeFacts>>
}

type Beside = Pick<DrillFacts, 'epoch' | 'isEndAsked' | 'canary'> & { signs: SignsSeen | null }

export function drillFacts(world: World, { signs, ...beside }: Beside): DrillFacts {
  const rows = neededRows(world)
  const partitions = partitionsSeen(world)
  const { kafka } = world.observed
  const states = rows.map((row) => serving(world, row).is)
  const isIll = states.includes('no')
  const isUnknown = states.includes('unknown') || partitions === null
  const fenced = fencedNodes(world)
  return {
    ...beside,
    now: world.now,
    isDisturbed: world.operation !== null || !shallRun(world),
    isWell: isIll ? false : isUnknown ? null : partitions.underReplicated === 0,
    underReplicated: partitions?.underReplicated ?? null,
    partitionsAt: isKnown(kafka.partitions) && partitions !== null ? kafka.partitions.at : null,
    leadingVoter: isKnown(kafka.quorum) ? kafka.quorum.value.leader : null,
    isBraked: world.brake === null ? false : brakeHolds(world),
    // Those too that shall go: until they are gone a fault of theirs is lifted like any other.
    nodes: Object.fromEntries(
      world.rows.map((row) => {
        const proc = procOf(world, row.id)
        const isBroker = servesClients(row.role)
        const facts: NodeFacts = {
          boot: proc?.boot ?? null,
          serving: serving(world, row).is,
          answers: proc?.boot == null ? null : proc.answers,
          fenced: isBroker && isKnown(kafka.brokers) ? (kafka.brokers.value[row.id]?.fenced ?? true) : null,
          leads: partitions === null || !isBroker ? null : (partitions.leads.get(row.id) ?? 0),
          isStoppedFull: fenced.has(row.id),
          signs: signs?.[row.id] ?? null,
        }
        return [row.id, facts] as const
      }),
    ),
  }
}

function brakeHolds({ observed }: World): boolean | null {
  const { quotas } = observed.kafka
  return isKnown(quotas) ? quotas.value.defaultRate === BRAKE_BYTES_PER_SECOND : null
}

/** Partitions that would be offline, or below their min ISR, without these nodes. Null: not known. */
export function partitionsAtRisk(world: World, targets: readonly NodeId[]): readonly PartitionId[] | null {
  const partitions = partitionsSeen(world)
  if (partitions === null) return null
  return targets.flatMap((node) =>
    (partitions.placed.get(node) ?? [])
      .filter(({ seen: { isr, minIsr } }) => {
        const staying = isr.filter((other) => !targets.includes(other)).length
        return staying < Math.max(1, minIsr)
      })
      .map(({ id }) => id),
  )
}

/** How much a file must take for the volume to be past its end. Null: not known, or it is already. */
export function fillerBytesFor(world: World, node: NodeId): number | null {
  const fill = ownFill(world, node)
  if (fill === null || fill >= FILLED_TO) return null
  return Math.ceil((FILLED_TO - fill) * world.desired.volumeBytes)
}

/** Past where a broker is stopped, so that all of the fence is seen. */
export const FILLED_TO = 0.98

type Placed = { nodeId: NodeId; role: Parameters<typeof votes>[0]; zoneId: string }
type Choice = {
  scope: 'broker' | 'zone' | 'controller' | 'leadingController'
  node: NodeId | null
  zoneId: string | null
}

/** The nodes that a drill hits; none: the choice names nobody. */
export function targetsOf(
  choice: Choice,
  nodes: readonly Placed[],
  leadingVoter: NodeId | null,
): readonly NodeId[] {
  const ids = (wanted: (node: Placed) => boolean) => nodes.filter(wanted).map(({ nodeId }) => nodeId)
  switch (choice.scope) {
    case 'broker':
      return ids(({ nodeId, role }) => nodeId === choice.node && servesClients(role))
    case 'controller':
      return ids(({ nodeId, role }) => nodeId === choice.node && votes(role))
    case 'leadingController':
      return ids(({ nodeId }) => nodeId === leadingVoter)
    case 'zone':
      return ids(({ zoneId }) => zoneId === choice.zoneId)
  }
}
