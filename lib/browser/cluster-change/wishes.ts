import type { ChangeWishes } from '@/lib/contract/console/cluster-change'
import { CLUSTER_ACCESS } from '@/lib/domain/cluster'
import { MONITORING_LEVELS } from '@/lib/domain/metrics/level'
import type { RevisionInfo } from '../cluster-configuration/choice'
import { placementWish, type PlacementChoice } from './placement-choice'
import { isWhole } from './whole'

/** Which page asks: each makes some of the choices, and only those are wished for. */
export type ChangePage = 'revision' | 'version' | 'cluster' | 'rebalance'

export type Chosen = {
  page: ChangePage
  /** Undefined: none is chosen, or it is not known yet which. Null: what MSK sets by itself. */
  info: RevisionInfo | null | undefined
  /** A configuration is chosen; its revision may still be on the way. */
  isRevisionChosen: boolean
  /** Texts as they stand in the address; empty: it stays. */
  version: string
  instanceType: string
  brokersPerZone: string
  volumeSizeGiB: string
  access: string
  level: string
  /** `on` or `off`; empty: it stays. */
  jmxExporter: string
  nodeExporter: string
  placement: PlacementChoice
  zones: number
}

export type Wished = Omit<ChangeWishes, 'clusterId'>

/** What the plan is asked about; null as long as nothing is chosen, or what is typed is no number. */
export function wishesOf(chosen: Chosen): Wished | null {
  const { page, info, isRevisionChosen, version } = chosen
  if (isRevisionChosen && info === undefined) return null
  const revision: Wished =
    info === undefined ? {} : info === null ? { defaultConfiguration: true } : { configurationInfo: info }
  if (page === 'rebalance') {
    const wish = placementWish(chosen.placement)
    return wish === null ? null : { placement: wish }
  }
  if (page === 'revision') return isRevisionChosen ? revision : null
  const release: Wished = version === '' ? {} : { targetKafkaVersion: version }
  if (page === 'version') return version === '' ? null : { ...revision, ...release }
  const [perZone, volume] = [whole(chosen.brokersPerZone), whole(chosen.volumeSizeGiB)]
  if (perZone === 'wrong' || volume === 'wrong') return null
  const access = CLUSTER_ACCESS.find((each) => each === chosen.access)
  const wished: Wished = {
    ...revision,
    ...release,
    ...(chosen.instanceType === '' ? {} : { targetInstanceType: chosen.instanceType }),
    ...(perZone === null ? {} : { targetNumberOfBrokerNodes: perZone * chosen.zones }),
    ...(volume === null ? {} : { targetVolumeSizeGB: volume }),
    ...(access === undefined ? {} : { targetAccess: access }),
    ...monitoringWish(chosen),
  }
  return Object.keys(wished).length === 0 ? null : wished
}

function monitoringWish({ level, jmxExporter, nodeExporter }: Chosen): Wished {
  const enhancedMonitoring = MONITORING_LEVELS.find((each) => each === level)
  const wish = {
    ...(enhancedMonitoring === undefined ? {} : { enhancedMonitoring }),
    ...(jmxExporter === '' ? {} : { jmxExporter: jmxExporter === 'on' }),
    ...(nodeExporter === '' ? {} : { nodeExporter: nodeExporter === 'on' }),
  }
  return Object.keys(wish).length === 0 ? {} : { targetMonitoring: wish }
}

/** Null: nothing is typed. */
function whole(text: string): number | 'wrong' | null {
  if (text === '') return null
  return isWhole(text) ? Number(text) : 'wrong'
}
