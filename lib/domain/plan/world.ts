import type { DrillRecord } from '../drill/record'
import type { Endpoint, NodeRole } from '../node'

/**
 * The planner's whole view: what should be, what is recorded, what was seen. Plain data, no clock, no I/O.
 * Times are milliseconds since the epoch unless a name says `Ms` alone (a duration).
 */

export type NodeId = number
/** `${topic}-${partition}`. */
export type PartitionId = string

/** A section of what was seen: a value with its age, or the reason why it is not known. Unknown is never "no". */
export type Known<T> = { at: number; value: T } | { unknown: string }

export const isKnown = <T>(section: Known<T>): section is { at: number; value: T } => 'value' in section

/**
 * How a specification is named. `hash` covers everything one process is built from: another hash means a restart.
 * `kind` leaves out what is a node's own (id, place and the properties that follow from them, restart token): nodes
 * of one role and kind run alike, so what one of them proves holds for all. Poison is a property of the kind.
 */
export type SpecificationName = { hash: string; kind: string }

/** The specification a node shall run, named by generation and content. Nodes compare by hash. */
export type Assigned = { generation: number; hash: string }

export type DesiredNode = { id: NodeId; role: NodeRole; zoneId: string } & SpecificationName

/** What brokers shall have been told while they run, on top of their files. */
export type DesiredSettings = {
  /** For all brokers alike, by name. */
  told: Readonly<Record<string, string>>
  /** Those that may be told at all: whatever else of them was told is removed when the configuration changes. */
  all: readonly string[]
}

export type Desired = {
  generation: number
  presence: 'present' | 'absent'
  power: 'on' | 'off'
  release: string
  /** Levels of Kafka's features that belong to the release, in the order of raising them. Empty with ZooKeeper. */
  features: Readonly<Record<string, number>>
  /**
   * With ZooKeeper, between the two rolls of an upgrade: what brokers speak to each other is still that of the release
   * before, such as 2.2. Null: that of their own.
   */
  heldProtocol: string | null
  nodes: readonly DesiredNode[]
  settings: DesiredSettings
  /** What each broker may take of the disk. */
  volumeBytes: number
}

/** What is recorded about a node: exists from the verb that planned it until the node is forgotten. */
export type Row = {
  id: NodeId
  role: NodeRole
  zoneId: string
  /** Where clients reach it, as it was told to say. Null: it has no clients, or its driver no addresses. */
  clientEndpoint: Endpoint | null
  assigned: Assigned | null
  /**
   * True once the node was started on a formatted directory: from then on an empty directory is a loss. Stored with
   * the start itself; `Decision.formatted` catches up where the engine stopped in between.
   */
  formatted: boolean
  /** Partitions the node held when its specification was assigned; one must be rejoined to prove it. */
  witness: readonly PartitionId[]
}

export const PROC_STATES = ['absent', 'starting', 'running', 'stopping'] as const
/** One node's process as the driver finds it, with the answer of the Kafka protocol probe. */
export type Proc = {
  /** `starting` until this boot answered its protocol for the first time; `stopping` once it was asked to stop. */
  state: (typeof PROC_STATES)[number]
  /** Identity of this very process; a stop or a kill names it. Null when absent. */
  boot: string | null
  /** Hash and generation of the specification the process was started with. */
  startedWith: Assigned | null
  startedAt: number | null
  /** Suspended by a signal: its sockets stand open, and nothing runs. The kernel says so, no patience is needed. */
  isFrozen: boolean
  /** Answers its protocol (ApiVersions; `srvr` for ZooKeeper). Null: not probed. */
  answers: boolean | null
  /** The log recovery after an unclean stop runs: slow, healthy, never to be killed. 0..1, null when not recovering. */
  recoveryProgress: number | null
  /** Logs of partitions that are not recovered yet. Null: not recovering, or the release does not say. */
  recoveryLogsLeft: number | null
  /** A completely formatted directory. A half-made one counts as none. */
  hasDirectory: boolean
  /** Set when the last process ended without having been asked to by a move: the log's own reason. */
  lastExit: { boot: string; startedAt?: number | undefined; at: number; reason: string } | null
}

export type BrokerSeen = {
  fenced: boolean
  /** The address it registered for clients. Null: not told. */
  endpoint: Endpoint | null
}
export type VoterSeen = { lagMs: number; endOffsetLag: number }
/** Who follows the quorum's log without a vote: every broker does. */
export type ObserverSeen = {
  /** How long ago it last asked the leader for more, in the leader's clock. Null: not told. */
  askedAgoMs: number | null
}
export type PartitionSeen = {
  leader: NodeId | null
  /** Rises with every election. Null where it is not told. */
  leaderEpoch: number | null
  replicas: readonly NodeId[]
  isr: readonly NodeId[]
  minIsr: number
  /** Target replicas of a reassignment in flight. */
  target: readonly NodeId[] | null
}

/** What brokers were told while they ran, as each of them says it; of the settings one may tell them. */
export type SettingsSeen = {
  /** For all brokers, as each broker knows it: they learn it one after another. */
  cluster: Readonly<Record<NodeId, Readonly<Record<string, string>>>>
  /** For this broker alone. It wins over what all were told. */
  own: Readonly<Record<NodeId, Readonly<Record<string, string>>>>
}

/** Levels of Kafka's features: what the cluster writes, and what each node could read. */
export type FeaturesSeen = {
  finalized: Readonly<Record<string, number>>
  supported: Readonly<Record<NodeId, Readonly<Record<string, number>>>>
}

/** How fast replicas may be copied, and whose. */
export type ThrottlesSeen = {
  /** Bytes a second that each broker takes and gives; null: as fast as it goes. One of both is -1: neither. */
  rates: Readonly<Record<NodeId, number | null>>
  /** Topics all of whose replicas are held to it, as Mosaik says it; others may hold back single ones. */
  topics: readonly string[]
}

/**
 * How fast any client of any user may produce. It comes before every quota of client ids, which therefore stay as they
 * are, and before the history Kafka keeps for them: a client braked by its own would wait for all it wrote before.
 */
export type QuotasSeen = {
  /** Bytes a second, of each client on each broker; null: nothing is set. */
  defaultRate: number | null
  /** Brokers before Kafka 2.6 cannot be asked to change it. */
  canChange: boolean
}

/** What brokers take of the disk, counted on the host: known of stopped brokers too. */
export type VolumesSeen = {
  /** Brokers not counted yet are left out. */
  usedBytes: Readonly<Record<NodeId, number>>
  /** Share of the host's disk that is free. */
  hostFree: number
}

/** What Mosaik's own client met that writes and reads all the time while a change is under way. */
export type CanarySeen = {
  /** `failed`: it could not begin, so it says nothing. */
  state: 'starting' | 'running' | 'failed'
  /** When a record last went through each broker and came back. */
  through: Readonly<Record<NodeId, number>>
}

/** What Kafka itself says. Any part may be unknown while the rest is known. */
export type KafkaObservation = {
  /**
   * KRaft leader or ZooKeeper leader, with every voter's lag. The leader's epoch is null where it is not told: a
   * ZooKeeper server says which it is in with its next transaction only.
   */
  quorum: Known<{
    leader: NodeId | null
    epoch: number | null
    voters: Readonly<Record<NodeId, VoterSeen>>
    /** Kafka remembers them for some minutes after they are gone. ZooKeeper servers tell of none. */
    observers: Readonly<Record<NodeId, ObserverSeen>>
  }>
  /** Registered brokers. A registered broker that is absent from the answer counts as fenced. */
  brokers: Known<Readonly<Record<NodeId, BrokerSeen>>>
  /** Every partition, internal topics included. Only as complete as `at` says. */
  partitions: Known<Readonly<Record<PartitionId, PartitionSeen>>>
  settings: Known<SettingsSeen>
  features: Known<FeaturesSeen>
  throttles: Known<ThrottlesSeen>
  quotas: Known<QuotasSeen>
}

/** Nothing is known of Kafka, all for one reason. */
export const unknownKafka = (unknown: string): KafkaObservation => ({
  quorum: { unknown },
  brokers: { unknown },
  partitions: { unknown },
  settings: { unknown },
  features: { unknown },
  throttles: { unknown },
  quotas: { unknown },
})

export type ReleaseSeen =
  | { state: 'missing' }
  | { state: 'preparing'; doing: string; since: number }
  | { state: 'ready' }
  | { state: 'failed'; why: string }

/** Who listens at an address where a node of ours would, or where a broker says that it is. */
export type HolderSeen = Endpoint & {
  /** Whose address it is. Null: of none of ours. */
  node: NodeId | null
  /** Null where the kernel hides it: a process of another user, or one that is just dying. */
  pid: number | null
  command: string | null
  /** Since when this holder is seen there. */
  since: number
}

/** What others did in our place. Looked for only where something stands open, and mostly in vain. */
export type ForeignSeen = {
  holders: readonly HolderSeen[]
  /** Settings in the configuration files of nodes that are not as Mosaik wrote them. A file as written is left out. */
  changedFiles: Readonly<Record<NodeId, readonly string[]>>
  /** At the address of this node a Kafka answers that belongs to another cluster. */
  otherCluster: { node: NodeId; clusterId: string } | null
}
export const NOTHING_FOREIGN: ForeignSeen = { holders: [], changedFiles: {}, otherCluster: null }

export type Observed = {
  release: Known<ReleaseSeen>
  /** Every node with a process or a directory, also those without a row. */
  processes: Known<Readonly<Record<NodeId, Proc>>>
  volumes: Known<VolumesSeen>
  kafka: KafkaObservation
  foreign: ForeignSeen
  /** Null: nobody writes and reads now. */
  canary: CanarySeen | null
}

export const OPERATION_KINDS = ['CREATE', 'DELETE', 'START', 'STOP', 'UPDATE', 'REBOOT'] as const
export type OperationKind = (typeof OPERATION_KINDS)[number]

export type OperationView = {
  id: string
  kind: OperationKind
  startedAt: number
  sourceGeneration: number | null
  /** Every node of the source has its row still: one that was forgotten does not come back. */
  sourceIsThere: boolean
  targetGeneration: number
  /** Set once the operation turned back: desired is the source again. */
  undoing: boolean
  /** It changes the configuration: what brokers were told while they ran is put right. */
  changesSettings: boolean
  /** It changes the release: the feature levels of the one before, for a way back. Null: it does not. */
  sourceFeatures: Readonly<Record<string, number>> | null
  /** Some node runs something else after it than before. */
  restarts: boolean
  /** Partitions that it moves, with the replicas of each before and after, the first to lead. */
  placement: readonly PlannedPlacement[]
  /** Whatever else lies on a broker that goes is moved too. */
  drains: boolean
  /** Bytes a second that each broker may copy for it; null: as fast as it goes. */
  throttle: number | null
  /** No further node restarts and no further partition moves until somebody goes on. */
  paused: boolean
  /** Somebody asked for it to be taken back. */
  cancelAsked: boolean
}

export type PlannedPlacement = { id: PartitionId; from: readonly NodeId[]; to: readonly NodeId[] }

export const STEP_NAMES = [
  'release',
  'nodes',
  'quorum',
  'roll',
  'settings',
  'features',
  'placement',
  'retire',
  'power',
  'removal',
  'verify',
] as const
export type StepName = (typeof STEP_NAMES)[number]

/** What was tried, keyed by generation, step and node. The only memory the planner has. */
export type LedgerEntry = {
  generation: number
  step: StepName
  node: NodeId | null
  /** Distinct boots seen since the assignment that did not come to serve. */
  failedBoots: readonly string[]
  firstAt: number
  lastAt: number
  lastProgressAt: number
  /** Fingerprint of the last progress; a change of it is progress. */
  progress: string
  lastError: string | null
}
export type Ledger = readonly LedgerEntry[]

/**
 * Written down before producers are slowed, so that they are let go whatever happens. `since`: when they first were.
 */
export type Brake = { before: number | null; since: number }

export type World = {
  now: number
  desired: Desired
  rows: readonly Row[]
  operation: OperationView | null
  ledger: Ledger
  observed: Observed
  /** How the creation of the cluster stands: a cluster whose creation failed is only ever deleted. */
  creation: 'pending' | 'complete' | 'failed'
  /** Copying was throttled for an operation, and it is not known yet that nothing of it is left. */
  throttled: boolean
  /** The brake is on, or about to be: the quota it is lifted to. Null: it is off. */
  brake: Brake | null
  /** When somebody last had Kafka keep less: a broker stopped at its limit may be able to delete since. */
  roomAskedAt: number | null
  /** When somebody last had nodes tried again that were given up. Null: never. */
  retryAskedAt: number | null
  /** Since when dead nodes are left as they are; null while healing is on. */
  healingPausedAt: number | null
  /**
   * Since when looks have come without a gap. After a late tick (sleep, full CPU) it starts anew, and nothing is
   * judged dead or late on older evidence.
   */
  evidenceSince: number
  /** A drill that is under way. */
  drill: DrillRecord | null
  /** `${role}:${kind}` of specifications proven by a soak with a witness. */
  proven: ReadonlySet<string>
  /** How many nodes of this cluster may be booting at the same time now, those booting already included. */
  bootsAllowed: number
  /** Generations whose specification is stored, with each node's name of it: what an undo or a restart may assign. */
  specifications: Readonly<Record<number, Readonly<Record<NodeId, SpecificationName>>>>
}
