import type { mskEndpoints } from '@/lib/contract/msk/endpoints'
import { findCluster } from '../cluster/find-cluster'
import type { Context, Verb } from '../http/context'
import { decodeToken, pageOf } from '../http/paging'
import { database } from '../process'
import { changedSettings } from './changed-settings'
import { clusterOperationInfo, clusterOperationV2Summary, isListed } from './cluster-operations'

type Question = { clusterArn: string; maxResults: number; nextToken?: string | undefined }

export const listClusterOperations: Verb<typeof mskEndpoints.ListClusterOperations> = async ({
  ctx,
  input,
}) => {
  const { operations, next } = await page(ctx, input)
  const changes = await changedSettings(operations)
  return {
    clusterOperationInfoList: operations.map((operation) => clusterOperationInfo(operation, changes)),
    ...next,
  }
}

export const listClusterOperationsV2: Verb<typeof mskEndpoints.ListClusterOperationsV2> = async ({
  ctx,
  input,
}) => {
  const { operations, next } = await page(ctx, input)
  return { clusterOperationInfoList: operations.map(clusterOperationV2Summary), ...next }
}

/** Newest first; the id breaks the tie of two within a millisecond. */
async function page(ctx: Context, { clusterArn, maxResults, nextToken }: Question) {
  await findCluster(ctx, clusterArn, {})
  const list = `operations ${clusterArn}`
  const [time, id] = decodeToken(list, nextToken)?.split(' ') ?? []
  const at = time === undefined ? null : new Date(Number(time))
  const rows = await database().operation.findMany({
    where: {
      clusterArn,
      mskType: { not: null },
      ...(at && id !== undefined
        ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: maxResults + 1,
  })
  const { page: operations, next } = pageOf(
    list,
    rows.filter(isListed),
    maxResults,
    (row) => `${row.createdAt.getTime()} ${row.id}`,
  )
  return { operations, next }
}
