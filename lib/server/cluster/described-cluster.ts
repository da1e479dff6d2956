import type { Prisma } from '@/generated/prisma/client'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { systemClock } from '../clock'
import { database } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { placeOf, roleOf } from './place-of'
import { specificationOf, specificationsOf } from './specification-of'
import type { DescribedCluster } from './view/cluster-info'

/** What a description needs of a cluster's row. */
export const describedInclude = {
  ...statusInclude,
  activeOperation: { select: { kind: true, arn: true, mskType: true } },
  nodes: { where: { role: 'zookeeper' } },
} as const satisfies Prisma.ClusterInclude

type TagRow = { key: string; value: string }
type Row = Prisma.ClusterGetPayload<{ include: typeof describedInclude }>

export async function describedCluster(row: Row): Promise<DescribedCluster> {
  const [specification, tags] = await Promise.all([
    specificationOf(row),
    database().tag.findMany({ where: { resourceArn: row.arn } }),
  ])
  return described(row, specification, tags)
}

/** A page of clusters in two queries more, however many there are. */
export async function describedClusters(rows: readonly Row[]): Promise<DescribedCluster[]> {
  const [specifications, tags] = await Promise.all([
    specificationsOf(rows.map(({ id }) => id)),
    database().tag.findMany({ where: { resourceArn: { in: rows.map(({ arn }) => arn) } } }),
  ])
  const tagsByArn = new Map(rows.map(({ arn }): [string, TagRow[]] => [arn, []]))
  for (const tag of tags) tagsByArn.get(tag.resourceArn)?.push(tag)
  return rows.flatMap((row) => {
    const specification = specifications.get(row.id)
    return specification ? [described(row, specification, tagsByArn.get(row.arn) ?? [])] : []
  })
}

function described(row: Row, specification: ClusterSpecification, tags: readonly TagRow[]): DescribedCluster {
  const { state, view } = clusterStatus(row, systemClock.now())
  const { activeOperation } = row
  return {
    arn: row.arn,
    name: row.name,
    createdAt: row.createdAt,
    currentVersion: row.currentVersion,
    state,
    stateMessage: view?.stateMessage ?? null,
    activeOperationArn: activeOperation?.mskType ? activeOperation.arn : null,
    specification,
    nodes: row.nodes.map((node) => ({ nodeId: node.nodeId, role: roleOf(node), place: placeOf(node) })),
    tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
  }
}
