import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { parseOperationArn } from '@/lib/domain/arn'
import { assertNamespace } from '../cluster/find-cluster'
import { badRequest, notFound } from '../http/api-error'
import type { Context, Verb } from '../http/context'
import { database } from '../process'
import { changedSettings } from './changed-settings'
import {
  clusterOperationInfo,
  clusterOperationV2,
  isListed,
  type ListedOperation,
} from './cluster-operations'

export const describeClusterOperation: Verb<typeof mskEndpoints.DescribeClusterOperation> = async ({
  ctx,
  input,
}) => {
  const operation = await find(ctx, input.clusterOperationArn)
  return { clusterOperationInfo: clusterOperationInfo(operation, await changedSettings([operation])) }
}

export const describeClusterOperationV2: Verb<typeof mskEndpoints.DescribeClusterOperationV2> = async ({
  ctx,
  input,
}) => {
  const operation = await find(ctx, input.clusterOperationArn)
  return { clusterOperationInfo: clusterOperationV2(operation, await changedSettings([operation])) }
}

async function find(ctx: Context, arn: string): Promise<ListedOperation> {
  const parts = parseOperationArn(arn)
  if (!parts) {
    throw badRequest(
      `"${arn}" is not the ARN of a cluster operation. One looks like arn:aws:kafka:us-east-1:000000000000:cluster-operation/NAME/UUID-1/UUID.`,
      'clusterOperationArn',
    )
  }
  assertNamespace(ctx, parts, 'clusterOperationArn')
  const operation = await database().operation.findUnique({ where: { arn } })
  if (!operation || !isListed(operation)) {
    throw notFound(`The cluster operation ${arn} does not exist.`, 'clusterOperationArn')
  }
  return operation
}
