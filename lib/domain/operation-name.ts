import type { OperationKind } from './plan/world'

/** What an operation is called: its kind, and of an update what it updates. */
export const OPERATION_NAMES = [
  'CREATE',
  'DELETE',
  'START',
  'STOP',
  'UPDATE_CLUSTER_CONFIGURATION',
  'UPDATE_CLUSTER_KAFKA_VERSION',
  'UPDATE_MONITORING',
  'UPDATE_STORAGE',
  'INCREASE_BROKER_COUNT',
  'DECREASE_BROKER_COUNT',
  'UPDATE_BROKER_TYPE',
  'UPDATE_CONNECTIVITY',
  'REBALANCE',
  'UPDATE',
  'REBOOT',
] as const
export type OperationName = (typeof OPERATION_NAMES)[number]

const OF_TYPE: Readonly<Record<string, OperationName>> = {
  UPDATE_CLUSTER_CONFIGURATION: 'UPDATE_CLUSTER_CONFIGURATION',
  UPDATE_CLUSTER_KAFKA_VERSION: 'UPDATE_CLUSTER_KAFKA_VERSION',
  UPDATE_MONITORING: 'UPDATE_MONITORING',
  UPDATE_BROKER_STORAGE: 'UPDATE_STORAGE',
  UPDATE_STORAGE: 'UPDATE_STORAGE',
  INCREASE_BROKER_COUNT: 'INCREASE_BROKER_COUNT',
  DECREASE_BROKER_COUNT: 'DECREASE_BROKER_COUNT',
  UPDATE_BROKER_TYPE: 'UPDATE_BROKER_TYPE',
  UPDATE_CONNECTIVITY: 'UPDATE_CONNECTIVITY',
}

export const operationName = (kind: OperationKind, mskType: string | null): OperationName =>
  kind === 'UPDATE' ? (mskType === null ? 'REBALANCE' : (OF_TYPE[mskType] ?? kind)) : kind
