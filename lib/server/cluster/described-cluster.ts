import { z } from 'zod'
import { Prisma, type Node } from '@/generated/prisma/client'
import { clusterSpecificationSchema, type ClusterSpecification } from '@/lib/domain/cluster'
import { CUSTOMER_ACTIONS } from '@/lib/domain/volume-limit'
import type { Context } from '../http/context'
import { database } from '../process'
import { clusterStateOf } from '../status/read-cluster-status'
import { assertClusterArn, clusterGone } from './find-cluster'
import { placeOf, roleOf } from './place-of'
import type { DescribedCluster } from './view/cluster-info'

/** What a caller names by its ARN, as MSK describes it. */
export async function describedCluster(ctx: Context, arn: string): Promise<DescribedCluster> {
  assertClusterArn(ctx, arn)
  const [cluster] = await describedClusters(Prisma.sql`c."arn" = ${arn}`, 1)
  if (!cluster) throw clusterGone(arn)
  return cluster
}

/** By name: unique in a region, and a name never changes. */
export function describedClustersByName(
  { region, prefix, after }: { region: string; prefix: string; after: string | null },
  count: number,
): Promise<DescribedCluster[]> {
  const conditions = [
    Prisma.sql`c."region" = ${region}`,
    ...(prefix === '' ? [] : [Prisma.sql`c."name" >= ${prefix} AND c."name" < ${`${prefix}\uffff`}`]),
    ...(after === null ? [] : [Prisma.sql`c."name" > ${after}`]),
  ]
  return describedClusters(Prisma.join(conditions, ' AND '), count)
}

/**
 * One query in SQL, because this is what scripts and dashboards ask all day: as includes it is five queries, each
 * compiled anew, and half the cost of the answer.
 */
async function describedClusters(condition: Prisma.Sql, count: number): Promise<DescribedCluster[]> {
  const found: unknown = await database().$queryRaw`
    SELECT c."id", c."arn", c."name", c."createdAt", c."currentVersion", c."presence", g."specification",
      s."state", s."view" ->> '$.stateMessage' AS "stateMessage",
      s."view" ->> '$.volumes.action' AS "customerAction",
      o."kind" AS "operationKind", o."arn" AS "operationArn", o."mskType" AS "operationMskType",
      (SELECT json_group_object(t."key", t."value") FROM "Tag" t WHERE t."resourceArn" = c."arn") AS "tags"
    FROM "Cluster" c
      JOIN "Generation" g ON g."clusterId" = c."id" AND g."number" = c."generation"
      LEFT JOIN "ClusterStatus" s ON s."clusterId" = c."id"
      LEFT JOIN "Operation" o ON o."id" = c."activeOperationId"
    WHERE ${condition} ORDER BY c."name" LIMIT ${count}`
  const rows = rowsSchema.parse(found)
  const ensembles = await ensemblesOf(rows)
  return rows.map((row) => ({
    arn: row.arn,
    name: row.name,
    createdAt: row.createdAt,
    currentVersion: row.currentVersion,
    state: clusterStateOf(row.presence, row.operationKind, row.state),
    stateMessage: row.stateMessage,
    customerAction: row.customerAction ?? 'NONE',
    activeOperationArn: row.operationMskType === null ? null : row.operationArn,
    specification: row.specification,
    nodes: ensembles
      .filter(({ clusterId }) => clusterId === row.id)
      .map((node) => ({ nodeId: node.nodeId, role: roleOf(node), place: placeOf(node) })),
    tags: row.tags,
  }))
}

const json = <Value extends z.ZodType>(value: Value) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(value)

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    arn: z.string(),
    name: z.string(),
    createdAt: z.date(),
    currentVersion: z.string(),
    presence: z.string(),
    specification: json(clusterSpecificationSchema),
    state: z.string().nullable(),
    stateMessage: z.string().nullable(),
    customerAction: z.enum(CUSTOMER_ACTIONS).nullable(),
    operationKind: z.string().nullable(),
    operationArn: z.string().nullable(),
    operationMskType: z.string().nullable(),
    tags: json(z.record(z.string(), z.string())),
  }),
)

/** The ZooKeeper servers of those clusters that have any: most have none, and then nothing is asked. */
async function ensemblesOf(
  rows: readonly { id: string; specification: ClusterSpecification }[],
): Promise<readonly Node[]> {
  const ids = rows.filter(({ specification }) => specification.mode === 'ZOOKEEPER').map(({ id }) => id)
  if (ids.length === 0) return []
  return database().node.findMany({ where: { clusterId: { in: ids }, role: 'zookeeper' } })
}
