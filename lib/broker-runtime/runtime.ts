import type { LogLevel } from '@/lib/domain/log'
import type { HostSample } from '@/lib/domain/metrics/host-figures'
import type { NodeSample, TopicSample } from '@/lib/domain/metrics/sample'
import type { Endpoint, NodeRole, NodeSpecification } from '@/lib/domain/node'
import type { SignsSeen } from '@/lib/domain/drill/facts'
import type { FaultKind } from '@/lib/domain/drill/kind'
import type { Move } from '@/lib/domain/plan/plan'
import type {
  Assigned,
  KafkaObservation,
  Known,
  NodeId,
  Proc,
  ReleaseSeen,
  VolumesSeen,
} from '@/lib/domain/plan/world'

/**
 * The contract between the engine and whatever runs broker processes. A driver knows neither the database nor
 * HTTP; `runtime.contract.ts` is the test that each driver passes.
 */

export type ClusterRef = { id: string; arn: string; name: string }
export type NodeRef = { cluster: ClusterRef; nodeId: NodeId; role: NodeRole }

export type Capabilities = {
  driver: 'local' | 'fake'
  /** Exact Apache releases this driver can run here. */
  releases: readonly string[]
  /** Every node can have a loopback address of its own and MSK's ports (Linux). */
  ownAddresses: boolean
  /** What drills can do to a node here. */
  faults: readonly FaultKind[]
}

/** What one look at the host found about a cluster. A node without process and directory is not listed. */
export type ObservedRuntime = {
  processes: Known<Readonly<Record<NodeId, Proc>>>
  /** Resident memory as Pss, bytes; null where the platform does not tell. */
  memory: Readonly<Record<NodeId, { pid: number; pssBytes: number | null; at: number }>>
  /** Settings of configuration files that are not as they were written at the start, by name; others left out. */
  changedFiles: Readonly<Record<NodeId, readonly string[]>>
}

export type RuntimeMove =
  | {
      do: 'start'
      node: NodeRef
      specification: NodeSpecification
      assigned: Assigned
      directory: 'fresh' | 'existing'
      epoch: number
    }
  | { do: 'stop'; node: NodeRef; boot: string; epoch: number }
  | { do: 'kill'; node: NodeRef; boot: string; epoch: number }
  | { do: 'destroy'; node: NodeRef; epoch: number }
  /** Made again it changes nothing; once another boot was started it is refused. `bytes` fill a volume. */
  | { do: 'inject'; node: NodeRef; fault: FaultOrder; bytes: number | null; epoch: number }
  /** A no-op where nothing of the fault is left. */
  | { do: 'lift'; node: NodeRef; fault: FaultOrder; epoch: number }

export type FaultOrder = { drill: string; is: FaultKind; boot: string }

/** A move the driver will not make: foreign process on a port, older epoch, other boot, missing directory. */
export class MoveRefused extends Error {
  readonly code: 'epoch' | 'boot' | 'directory' | 'port' | 'release' | 'host'
  constructor(code: MoveRefused['code'], message: string) {
    super(message)
    this.name = 'MoveRefused'
    this.code = code
  }
}

/** One line of a node's log with what belongs to it: a stack trace stays with the line that raised it. */
export type LogEntry = {
  /** Where it stands in the log, also after a rotation renamed the file. Opaque to callers. */
  position: string
  at: number | null
  /** To order by: `at`, or where a line has no time of its own that of its file. */
  orderAt: number
  level: LogLevel | null
  /** Without colours and control characters; of what is very long only a part. */
  text: string
  isCut: boolean
}
export type LogFilter = {
  /** Plain text, whatever the case. */
  text: string
  levels: readonly LogLevel[]
  from: number | null
  to: number | null
}
export const NO_LOG_FILTER: LogFilter = { text: '', levels: [], from: null, to: null }
export type LogReading = {
  /** Only what was written before this entry, or from this one on. */
  before?: string | undefined
  since?: string | undefined
  filter: LogFilter
}

/** The entry a reading names is gone: the log was rotated further than it is kept. */
export class LogPositionLost extends Error {
  constructor(position: string) {
    super(`The log has no entry ${position} any more: it was rotated away.`)
    this.name = 'LogPositionLost'
  }
}

/** What a node's own folder and process say about it. Null: not there, or this driver has no such thing. */
export type NodeRecord = {
  directory: string | null
  /** Whom the data folder was formatted for. */
  formatted: { kafkaClusterId: string | null; nodeId: string | null; directoryId: string | null } | null
  /** The process that was started last, whether it lives or not. */
  boot: { pid: number | null; startedAt: number; release: string; generation: number } | null
  /** The configuration file it was started with. */
  properties: Readonly<Record<string, string>> | null
  javaVersion: string | null
  /** What the folder takes on disk: data, logs and all. */
  diskBytes: number | null
  logBytes: number | null
}

/**
 * Where a node's metrics agent is asked, and with what. For the reader of metrics alone: it goes to no page and no log.
 */
export type AgentAccess = { endpoint: Endpoint; user: string; password: string }

/** What a running node takes of the host. */
export type NodeFigures = {
  nodeId: NodeId
  /** When its process was started, wall clock. */
  startedAt: number
  host: HostSample
  agent: AgentAccess | null
}

/** What a node without a metrics agent says of itself: the driver's own word. */
export type NodeMetrics = { node: NodeSample; topics: TopicSample | null }

export type HostResources = {
  hostname: string
  cpus: number
  memoryTotalBytes: number
  memoryFreeBytes: number
  /** Null where the platform does not tell. */
  swapFreeBytes: number | null
  diskTotalBytes: number
  diskFreeBytes: number
  /** Soft limit a spawned node will have. */
  fileDescriptors: number
  javaVersion: string | null
}

/** What some clusters want beside the release itself: fetched only for those. */
export type ReleaseExtras = { jmxExporter: boolean }

/** Who holds an address and port that a node needs. `pid` is null when the platform hides it. */
export type PortHolder = { host: string; port: number; pid: number | null; command: string | null }

/** Moves that Kafka itself makes when it is asked to. */
export type KafkaMove = Extract<
  Move,
  { do: 'tell' | 'finalize' | 'electPreferred' | 'reassign' | 'throttle' | 'brake' | 'unregister' }
>

export interface BrokerRuntime {
  readonly capabilities: Capabilities
  host(): Promise<HostResources>
  /** Cheap; finds processes by their marks, never trusts memory. */
  observe(cluster: ClusterRef): Promise<ObservedRuntime>
  /**
   * What brokers take of the disk, as it was last counted; counts anew in the background, the sooner the fuller
   * volumes of this size are. Nothing here waits for it.
   */
  volumes(cluster: ClusterRef, volumeBytes: number): Promise<Known<VolumesSeen>>
  /** What the host shows of faults, for as long as a drill is under way. */
  faultSigns(cluster: ClusterRef): Promise<SignsSeen>
  observeRelease(release: string, extras?: ReleaseExtras): Promise<ReleaseSeen>
  /** Starts fetching jars and training the archive in the background; `observeRelease` shows how far it is. */
  prepareRelease(release: string, extras?: ReleaseExtras): Promise<void>
  /** Initiates and returns within a second. Throws MoveRefused. */
  apply(cluster: ClusterRef, move: RuntimeMove): Promise<void>
  /** Kills what still runs and removes the cluster's directory. Idempotent. */
  destroyCluster(cluster: ClusterRef, epoch: number): Promise<void>
  /** Foreign listeners on addresses a new node would bind. */
  portHolders(endpoints: readonly { host: string; port: number }[]): Promise<readonly PortHolder[]>
  /** Newest first, for as long as the caller wants more. Throws LogPositionLost. */
  logs(node: NodeRef, reading: LogReading): AsyncIterable<LogEntry>
  /** Every byte of the log that is kept, oldest first. */
  wholeLog(node: NodeRef): AsyncIterable<Uint8Array>
  /** Reads files; not for every look. */
  nodeRecord(node: NodeRef): Promise<NodeRecord>
  /** Of every node with a process, or of one of them; cheap enough for every ten seconds. */
  figures(cluster: ClusterRef, only?: NodeId): Promise<readonly NodeFigures[]>
  /** Clusters with a directory here, known to the database or not: reported, never deleted. */
  directories(): Promise<readonly { clusterId: string; arn: string; epoch: number }[]>
  /** Only drivers without real brokers answer for Kafka themselves; for all others the Kafka protocol is asked. */
  readonly observeKafka?: (cluster: ClusterRef) => Promise<KafkaObservation>
  /** And what one may tell their Kafka. */
  readonly changeKafka?: (cluster: ClusterRef, move: KafkaMove) => Promise<void>
  /** The same for metrics: null where the node does not answer. */
  readonly observeMetrics?: (node: NodeRef) => Promise<NodeMetrics | null>
}
