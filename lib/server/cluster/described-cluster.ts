import type { Node, Prisma } from '@/generated/prisma/client'
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
} as const satisfies Prisma.ClusterInclude

type Row = Prisma.ClusterGetPayload<{ include: typeof describedInclude }>
type TagRow = { key: string; value: string }
type Parts = { specification: ClusterSpecification; tags: readonly TagRow[]; ensemble: readonly Node[] }

export async function describedCluster(row: Row): Promise<DescribedCluster> {
  const [specification, tags] = await Promise.all([
    specificationOf(row),
    database().tag.findMany({ where: { resourceArn: row.arn } }),
  ])
  return described(row, { specification, tags, ensemble: await ensemblesOf([[row.id, specification]]) })
}

/** A page of clusters in two or three queries more, however many there are. */
export async function describedClusters(rows: readonly Row[]): Promise<DescribedCluster[]> {
  const [specifications, tags] = await Promise.all([
    specificationsOf(rows.map(({ id }) => id)),
    database().tag.findMany({ where: { resourceArn: { in: rows.map(({ arn }) => arn) } } }),
  ])
  const tagsByArn = new Map(rows.map(({ arn }): [string, TagRow[]] => [arn, []]))
  for (const tag of tags) tagsByArn.get(tag.resourceArn)?.push(tag)
  const ensembles = await ensemblesOf([...specifications])
  return rows.flatMap((row) => {
    const specification = specifications.get(row.id)
    const ensemble = ensembles.filter(({ clusterId }) => clusterId === row.id)
    return specification
      ? [described(row, { specification, tags: tagsByArn.get(row.arn) ?? [], ensemble })]
      : []
  })
}

/** The ZooKeeper servers of those clusters that have any: most have none, and then nothing is asked. */
async function ensemblesOf(
  specifications: readonly (readonly [id: string, specification: ClusterSpecification])[],
): Promise<readonly Node[]> {
  const ids = specifications.filter(([, { mode }]) => mode === 'ZOOKEEPER').map(([id]) => id)
  if (ids.length === 0) return []
  return database().node.findMany({ where: { clusterId: { in: ids }, role: 'zookeeper' } })
}

function described(row: Row, { specification, tags, ensemble }: Parts): DescribedCluster {
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
    nodes: ensemble.map((node) => ({ nodeId: node.nodeId, role: roleOf(node), place: placeOf(node) })),
    tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
  }
}
