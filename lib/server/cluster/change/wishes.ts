import { clusterCan, type ClusterAccess, type Permission } from '@/lib/domain/cluster'
import type { PlacementWish } from '@/lib/domain/rebalance/placement-wish'
import type { MonitoringWish } from './change-monitoring'

/** What a change of a running cluster may ask for, in one plan and one roll. What is left out stays as it is. */
export type Wishes = {
  /** Null: what MSK sets by itself. */
  revision?: { arn: string; revision: number } | null | undefined
  kafkaVersion?: string | undefined
  instanceType?: string | undefined
  brokerCount?: number | undefined
  volumeSizeGiB?: number | undefined
  /** Who connects. */
  access?: ClusterAccess | undefined
  monitoring?: MonitoringWish | undefined
  /** Partitions come to lie elsewhere on the brokers there are, or to be led by others. */
  placement?: PlacementWish | undefined
}

type Wish = keyof Wishes
type Standing = Parameters<typeof clusterCan.changeConfiguration>[0]

/** The strongest first: it gives a combined change its type. */
const WISHES: readonly { wish: Wish; may: (standing: Standing) => Permission }[] = [
  { wish: 'kafkaVersion', may: clusterCan.changeVersion },
  { wish: 'instanceType', may: clusterCan.changeBrokerType },
  { wish: 'brokerCount', may: clusterCan.changeBrokerCount },
  { wish: 'access', may: clusterCan.changeAccess },
  { wish: 'revision', may: clusterCan.changeConfiguration },
  { wish: 'volumeSizeGiB', may: clusterCan.growStorage },
  { wish: 'monitoring', may: clusterCan.changeMonitoring },
  { wish: 'placement', may: clusterCan.rebalance },
]

export const wished = (wishes: Wishes): readonly Wish[] =>
  WISHES.filter(({ wish }) => wishes[wish] !== undefined).map(({ wish }) => wish)

/** Whether all of it may be asked for now. */
export const mayChange =
  (wishes: Wishes) =>
  (standing: Standing): Permission =>
    WISHES.filter(({ wish }) => wishes[wish] !== undefined)
      .map(({ may }) => may(standing))
      .find(({ may }) => !may) ?? { may: true }

/** The operation of a change is listed under what MSK calls the strongest of its parts. */
export function mskTypeOf(wishes: Wishes, source: { brokerCount: number }): string | null {
  const [strongest = 'revision'] = wished(wishes)
  switch (strongest) {
    case 'kafkaVersion':
      return 'UPDATE_CLUSTER_KAFKA_VERSION'
    case 'instanceType':
      return 'UPDATE_BROKER_TYPE'
    case 'brokerCount':
      return (wishes.brokerCount ?? 0) > source.brokerCount
        ? 'INCREASE_BROKER_COUNT'
        : 'DECREASE_BROKER_COUNT'
    case 'access':
      return 'UPDATE_CONNECTIVITY'
    case 'volumeSizeGiB':
      return 'UPDATE_BROKER_STORAGE'
    case 'monitoring':
      return 'UPDATE_MONITORING'
    case 'revision':
      return 'UPDATE_CLUSTER_CONFIGURATION'
    // MSK's own rebalancing is of Express brokers alone.
    case 'placement':
      return null
  }
}
