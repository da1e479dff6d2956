import type { ClusterState } from '../cluster'
import type { MetadataMode } from '../kafka-version'
import { HOST_FREE } from '../volume-limit'
import { DRILLS, type DrillKind, type FaultKind } from './kind'

/** Why a drill cannot be done, for the console to word. */
export const DRILL_REFUSALS = [
  'platform',
  'stopped',
  'state',
  'held',
  'operation',
  'drill',
  'noData',
  'underReplicated',
  'fewBrokers',
  'fewVoters',
  'fewZones',
  'zookeeper',
  'braked',
  'hostSpace',
] as const
export type DrillRefusal = (typeof DRILL_REFUSALS)[number]

export type DrillPermission = { may: true } | { may: false; why: DrillRefusal }

/** How a cluster stands, for whether it may be drilled. */
export type DrilledCluster = {
  state: ClusterState
  power: 'on' | 'off'
  mode: MetadataMode
  isHeld: boolean
  /** Nobody looked at it for a while. */
  isStale: boolean
  hasOperation: boolean
  hasDrill: boolean
  brokers: number
  voters: number
  zones: number
  /** Null: not known. */
  underReplicated: number | null
  isBraked: boolean
  volumeBytes: number
  host: { diskTotalBytes: number; diskFreeBytes: number }
  /** What the driver can do to a node. */
  faults: readonly FaultKind[]
}

/** One truth for "may I?": the page shows it, the verb asserts it, and the engine looks again just before the fault. */
export function mayDrill(kind: DrillKind, cluster: DrilledCluster): DrillPermission {
  const why = standingRefusal(kind, cluster) ?? shapeRefusal(kind, cluster)
  return why === null ? { may: true } : { may: false, why }
}

/** How the cluster stands now. */
function standingRefusal(kind: DrillKind, cluster: DrilledCluster): DrillRefusal | null {
  if (!cluster.faults.includes(DRILLS[kind].fault)) return 'platform'
  if (cluster.isHeld) return 'held'
  if (cluster.power === 'off') return 'stopped'
  if (cluster.hasOperation) return 'operation'
  if (cluster.hasDrill) return 'drill'
  if (cluster.isStale) return 'noData'
  if (cluster.state !== 'ACTIVE') return 'state'
  if (cluster.underReplicated === null) return 'noData'
  if (cluster.underReplicated > 0) return 'underReplicated'
  return cluster.isBraked ? 'braked' : null
}

/** Whether enough of it is left meanwhile. */
function shapeRefusal(kind: DrillKind, cluster: DrilledCluster): DrillRefusal | null {
  const { fault, scope } = DRILLS[kind]
  const isOfBrokers = scope === 'broker' || scope === 'zone'
  if (isOfBrokers && cluster.brokers < 2) return 'fewBrokers'
  if (!isOfBrokers && cluster.mode === 'ZOOKEEPER') return 'zookeeper'
  if (scope !== 'broker' && cluster.voters < 3) return 'fewVoters'
  if (scope === 'zone' && cluster.zones < 3) return 'fewZones'
  return fault === 'fillVolume' && !hasRoom(cluster) ? 'hostSpace' : null
}

/** Were the disk of the host itself nearly full, every volume would count as full. */
const hasRoom = ({ host, volumeBytes }: DrilledCluster): boolean =>
  host.diskFreeBytes - volumeBytes > HOST_FREE.enough * 1.2 * host.diskTotalBytes
