import type { NodeRole, NodeSpecification } from '@/lib/domain/node'
import type { Assigned, KafkaObservation, Known, NodeId, Proc, ReleaseSeen } from '@/lib/domain/plan/world'

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
}

/** What one look at the host found about a cluster. A node without process and directory is not listed. */
export type ObservedRuntime = {
  processes: Known<Readonly<Record<NodeId, Proc>>>
  /** Resident memory as Pss, bytes; null where the platform does not tell. */
  memory: Readonly<Record<NodeId, { pid: number; pssBytes: number | null }>>
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

/** A move the driver will not make: foreign process on a port, older epoch, other boot, missing directory. */
export class MoveRefused extends Error {
  readonly code: 'epoch' | 'boot' | 'directory' | 'port' | 'release' | 'host'
  constructor(code: MoveRefused['code'], message: string) {
    super(message)
    this.name = 'MoveRefused'
    this.code = code
  }
}

export type LogLine = { at: number | null; level: string | null; text: string }
export type LogOptions = { tailLines: number; follow: boolean; signal?: AbortSignal }

export type HostResources = {
  hostname: string
  cpus: number
  memoryTotalBytes: number
  memoryFreeBytes: number
  diskTotalBytes: number
  diskFreeBytes: number
  /** Soft limit a spawned node will have. */
  fileDescriptors: number
  javaVersion: string | null
}

/** Who holds an address and port that a node needs. `pid` is null when the platform hides it. */
export type PortHolder = { host: string; port: number; pid: number | null; command: string | null }

export interface BrokerRuntime {
  readonly capabilities: Capabilities
  host(): Promise<HostResources>
  /** Cheap; finds processes by their marks, never trusts memory. */
  observe(cluster: ClusterRef): Promise<ObservedRuntime>
  observeRelease(release: string): Promise<ReleaseSeen>
  /** Starts fetching jars and training the archive in the background; `observeRelease` shows how far it is. */
  prepareRelease(release: string): Promise<void>
  /** Initiates and returns within a second. Throws MoveRefused. */
  apply(cluster: ClusterRef, move: RuntimeMove): Promise<void>
  /** Kills what still runs and removes the cluster's directory. Idempotent. */
  destroyCluster(cluster: ClusterRef, epoch: number): Promise<void>
  /** Foreign listeners on addresses a new node would bind. */
  portHolders(endpoints: readonly { host: string; port: number }[]): Promise<readonly PortHolder[]>
  logs(node: NodeRef, options: LogOptions): AsyncIterable<LogLine>
  /** Clusters with a directory here, known to the database or not: reported, never deleted. */
  directories(): Promise<readonly { clusterId: string; arn: string; epoch: number }[]>
  /** Only drivers without real brokers answer for Kafka themselves; for all others the Kafka protocol is asked. */
  readonly observeKafka?: (cluster: ClusterRef) => Promise<KafkaObservation>
}
