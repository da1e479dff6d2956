import type { SignsSeen } from '@/lib/domain/drill/facts'
import { FAULT_KINDS } from '@/lib/domain/drill/kind'
import type { KafkaObservation, Known, ReleaseSeen, VolumesSeen } from '@/lib/domain/plan/world'
import type {
  KafkaMove,
  BrokerRuntime,
  Capabilities,
  ClusterRef,
  HostResources,
  LogEntry,
  LogReading,
  NodeFigures,
  NodeMetrics,
  NodeRecord,
  NodeRef,
  ObservedRuntime,
  PortHolder,
  RuntimeMove,
} from '../runtime'
import { advance } from './advance'
import { fakeSigns } from './drill-faults'
import { fakeLogText, readFakeLog } from './log'
import { fakeFigures, fakeMetrics } from './metrics'
import { applyMove, changeKafka } from './moves'
import { observeKafka, observeRuntime, observeVolumes } from './observe'
import { emptyState, type FakeState } from './state'
import { FakeStore } from './store'
import { LAPTOP_TIMING, type FakeTiming } from './timing'

const GIB = 1024 ** 3

export type FakeOptions = {
  clock: () => number
  releases: readonly string[]
  timing?: FakeTiming
  /** Where the worlds are kept; left out, they live in memory. */
  directory?: string
}

/**
 * A driver without brokers: for proofs on a clock of their own, and for looking at large fleets. Nothing listens on
 * any port.
 */
export class FakeRuntime implements BrokerRuntime {
  readonly capabilities: Capabilities
  private readonly clock: () => number
  private readonly timing: FakeTiming
  private readonly store: FakeStore | null
  private readonly worlds = new Map<string, FakeState>()
  private readonly releasesSince = new Map<string, number>()

  constructor({ clock, releases, timing = LAPTOP_TIMING, directory }: FakeOptions) {
    this.clock = clock
    this.timing = timing
    this.store = directory === undefined ? null : new FakeStore(directory)
    this.capabilities = { driver: 'fake', releases, ownAddresses: true, faults: FAULT_KINDS }
    for (const state of this.store?.load() ?? []) this.worlds.set(state.clusterId, state)
  }

  /** The world behind a cluster, brought up to the present: for faults and for looking past the contract. */
  world({ id, arn }: Pick<ClusterRef, 'id' | 'arn'>): FakeState {
    const state = this.worlds.get(id) ?? emptyState(id, arn, this.clock())
    this.worlds.set(id, state)
    advance(state, this.clock(), this.timing)
    return state
  }

  async host(): Promise<HostResources> {
    return {
      hostname: 'fake',
      cpus: 64,
      memoryTotalBytes: 1024 * GIB,
      memoryFreeBytes: 1024 * GIB,
      swapFreeBytes: null,
      diskTotalBytes: 1024 * 1024 * GIB,
      diskFreeBytes: 1024 * 1024 * GIB,
      fileDescriptors: 1_048_576,
      javaVersion: null,
    }
  }

  async observe(cluster: ClusterRef): Promise<ObservedRuntime> {
    return observeRuntime(this.world(cluster))
  }

  async volumes(cluster: ClusterRef): Promise<Known<VolumesSeen>> {
    return observeVolumes(this.world(cluster))
  }

  async faultSigns(cluster: ClusterRef): Promise<SignsSeen> {
    return fakeSigns(this.world(cluster))
  }

  readonly observeKafka = async (cluster: ClusterRef): Promise<KafkaObservation> =>
    observeKafka(this.world(cluster))

  readonly changeKafka = async (cluster: ClusterRef, move: KafkaMove): Promise<void> => {
    const state = this.world(cluster)
    changeKafka(state, move)
    this.keep(state)
  }

  async figures(cluster: ClusterRef, only?: number): Promise<readonly NodeFigures[]> {
    return fakeFigures(this.world(cluster), only)
  }

  readonly observeMetrics = async ({ cluster, nodeId }: NodeRef): Promise<NodeMetrics | null> =>
    fakeMetrics(this.world(cluster), nodeId)

  async observeRelease(release: string): Promise<ReleaseSeen> {
    if (!this.capabilities.releases.includes(release)) {
      return { state: 'failed', why: `The fake driver has no Kafka ${release}.` }
    }
    const since = this.releasesSince.get(release)
    if (since === undefined) return { state: 'missing' }
    const ready = this.clock() >= since + this.timing.prepareReleaseMs
    return ready ? { state: 'ready' } : { state: 'preparing', doing: 'jars', since }
  }

  async prepareRelease(release: string): Promise<void> {
    if (!this.releasesSince.has(release)) this.releasesSince.set(release, this.clock())
  }

  async apply(cluster: ClusterRef, move: RuntimeMove): Promise<void> {
    const state = this.world(cluster)
    applyMove(state, move, this.timing)
    this.keep(state)
  }

  async destroyCluster(cluster: ClusterRef, epoch: number): Promise<void> {
    const state = this.world(cluster)
    for (const { id, role, process } of state.nodes.slice()) {
      const node: NodeRef = { cluster, nodeId: id, role }
      if (process !== null) applyMove(state, { do: 'kill', node, boot: process.boot, epoch }, this.timing)
      applyMove(state, { do: 'destroy', node, epoch }, this.timing)
    }
    this.keep(state)
  }

  async portHolders(): Promise<readonly PortHolder[]> {
    return []
  }

  async *logs({ cluster, nodeId }: NodeRef, reading: LogReading): AsyncIterable<LogEntry> {
    yield* readFakeLog(this.nodeOf(cluster, nodeId)?.log ?? [], reading)
  }

  async *wholeLog({ cluster, nodeId }: NodeRef): AsyncIterable<Uint8Array> {
    yield Buffer.from(fakeLogText(this.nodeOf(cluster, nodeId)?.log ?? []))
  }

  async nodeRecord(): Promise<NodeRecord> {
    const nothing = { directory: null, formatted: null, boot: null, properties: null }
    return { ...nothing, javaVersion: null, diskBytes: null, logBytes: null }
  }

  async directories(): Promise<readonly { clusterId: string; arn: string; epoch: number }[]> {
    return [...this.worlds.values()]
      .filter(({ nodes }) => nodes.some(({ formatted }) => formatted))
      .map(({ clusterId, arn, epoch }) => ({ clusterId, arn, epoch }))
  }

  private nodeOf(cluster: ClusterRef, nodeId: number) {
    return this.world(cluster).nodes.find(({ id }) => id === nodeId)
  }

  private keep(state: FakeState): void {
    if (state.nodes.length === 0) {
      this.worlds.delete(state.clusterId)
      this.store?.remove(state.clusterId)
      return
    }
    this.store?.save(state)
  }
}
