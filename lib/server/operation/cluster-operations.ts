import type {
  ClusterOperationInfo,
  ClusterOperationV2,
  ClusterOperationV2Summary,
} from '@/lib/contract/msk/operation'
import { CLUSTER_TYPE } from '@/lib/contract/msk/cluster'
import type { Operation } from '@/generated/prisma/client'
import type { ChangedSettings } from './changed-settings'

/** An operation that MSK lists. Creation, deletion and power are none: their row has no MSK type. */
export type ListedOperation = Operation & { mskType: string }

export const isListed = (operation: Operation): operation is ListedOperation => operation.mskType !== null

const shared = (operation: ListedOperation) => ({
  clusterArn: operation.clusterArn,
  ...(operation.endedAt ? { endTime: operation.endedAt.toISOString() } : {}),
  operationArn: operation.arn,
  operationState: operation.state,
  operationType: operation.mskType,
})

const errorInfo = ({ errorCode, errorMessage }: ListedOperation) =>
  errorMessage === null
    ? {}
    : { errorInfo: { ...(errorCode === null ? {} : { errorCode }), errorString: errorMessage } }

export const clusterOperationInfo = (
  operation: ListedOperation,
  changes: ReadonlyMap<string, ChangedSettings>,
): ClusterOperationInfo => ({
  ...shared(operation),
  ...errorInfo(operation),
  clientRequestId: operation.id,
  creationTime: operation.createdAt.toISOString(),
  ...changeOf(operation, changes),
})

const changeOf = ({ id }: ListedOperation, changes: ReadonlyMap<string, ChangedSettings>) => ({
  sourceClusterInfo: changes.get(id)?.source ?? {},
  targetClusterInfo: changes.get(id)?.target ?? {},
})

export const clusterOperationV2Summary = (operation: ListedOperation): ClusterOperationV2Summary => ({
  ...shared(operation),
  clusterType: CLUSTER_TYPE,
  startTime: operation.createdAt.toISOString(),
})

export const clusterOperationV2 = (
  operation: ListedOperation,
  changes: ReadonlyMap<string, ChangedSettings>,
): ClusterOperationV2 => ({
  ...clusterOperationV2Summary(operation),
  ...errorInfo(operation),
  provisioned: changeOf(operation, changes),
})
