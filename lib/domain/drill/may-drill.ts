import type { ClusterState } from '../cluster'
import type { MetadataMode } from '../kafka-version'
import { HOST_FREE } from '../volume-limit'
import { DRILLS, type DrillKind, type FaultKind } from './kind'

/** Why a drill cannot be done, for the console to word. */
export const DRILL_REFUSALS = [
  'platform',
  'stopped',
  'state',
  'readOnly',
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
  isReadOnly: boolean
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

const no = (why: DrillRefusal): DrillPermission => ({ may: false, why })

/** One truth for "may I?": the page shows it, the verb asserts it, and the engine looks again just before the fault. */
export function mayDrill(kind: DrillKind, cluster: DrilledCluster): DrillPermission {
  const { fault, scope } = DRILLS[kind]
  if (!cluster.faults.includes(fault)) return no('platform')
  if (cluster.isReadOnly) return no('readOnly')
  if (cluster.power === 'off') return no('stopped')
  if (cluster.hasOperation) return no('operation')
  if (cluster.hasDrill) return no('drill')
  if (cluster.isStale) return no('noData')
  if (cluster.state !== 'ACTIVE') return no('state')
  if (cluster.underReplicated === null) return no('noData')
  if (cluster.underReplicated > 0) return no('underReplicated')
  if (cluster.isBraked) return no('braked')
  const isOfBrokers = scope === 'broker' || scope === 'zone'
  if (isOfBrokers && cluster.brokers < 2) return no('fewBrokers')
  if (!isOfBrokers && cluster.mode === 'ZOOKEEPER') return no('zookeeper')
  if (scope !== 'broker' && cluster.voters < 3) return no('fewVoters')
  if (scope === 'zone' && cluster.zones < 3) return no('fewZones')
  if (fault === 'fillVolume' && !hasRoom(cluster)) return no('hostSpace')
  return { may: true }
}

/** Were the disk of the host itself nearly full, every volume would count as full. */
const hasRoom = ({ host, volumeBytes }: DrilledCluster): boolean =>
  host.diskFreeBytes - volumeBytes > HOST_FREE.enough * 1.2 * host.diskTotalBytes
