import { randomUUID } from 'node:crypto'
import type { GrowthRefusal, GrowthRule } from '@/lib/domain/growth-rule'
import { ruledGrowth } from '@/lib/domain/growth-rule'
import { fillOf, volumeBytesOf } from '@/lib/domain/volume-limit'
import type { Prisma } from '@/generated/prisma/client'
import type { BackgroundParts } from '../../background/background-work'
import { ApiError } from '../../http/api-error'
import { log } from '../../log'
import { events } from '../../process'
import { clusterStatus, statusInclude } from '../../status/read-cluster-status'
import { clusterBehaviour } from '../change/cluster-behaviour'
import { specificationOf } from '../specification-of'
import { updateBrokerStorage } from '../update-storage'
import { storedRule } from './stored-rule'

type Ruled = Prisma.ClusterGetPayload<{ include: typeof statusInclude }>

/** As the audit and the list of operations name who asked. */
export const BY_RULE = 'by rule'

/** Volumes of clusters that have a rule for it, by the very verb a person would call, while nothing else is under way. */
export async function growByRule({
  database,
  clock,
}: Pick<BackgroundParts, 'database' | 'clock'>): Promise<void> {
  const clusters = await database.cluster.findMany({
    where: { growthRule: { not: null }, presence: 'present', activeOperationId: null },
    include: statusInclude,
  })
  for (const cluster of clusters) {
    const refused = await growOne(database, cluster, clock.now())
    if (refused !== null) await noteRefusal(database, cluster, refused)
  }
}

async function growOne(
  database: BackgroundParts['database'],
  cluster: Ruled,
  now: number,
): Promise<GrowthRefusal | null> {
  const { rule, refusal } = storedRule(cluster)
  const { view, isStale } = clusterStatus(cluster, now)
  if (rule === null || view === null || isStale) return null
  const { volumeSizeGiB } = await specificationOf(cluster)
  const volumeBytes = volumeBytesOf(volumeSizeGiB)
  const fills = view.nodes.flatMap(({ volumeUsedBytes: used }) =>
    used === null ? [] : [fillOf(used, volumeBytes)],
  )
  const growth = ruledGrowth({
    rule,
    volumeSizeGiB,
    fills,
    refusal,
    coolsDown: (await clusterBehaviour(cluster.arn)) !== 'ASSISTED',
    lastGrownAt: await lastGrownAt(database, cluster.id),
    now,
  })
  if (growth === null) return null
  const why = 'refused' in growth ? growth.refused : await grow(cluster, rule, growth.toGiB)
  return why === null ? null : { at: now, volumeSizeGiB, why }
}

/** Null: it was asked for. */
async function grow(cluster: Ruled, rule: GrowthRule, volumeSizeGB: number): Promise<string | null> {
  const { region, arn: clusterArn, currentVersion, name } = cluster
  try {
    const ctx = { requestId: randomUUID(), region, regionIsSaid: true, actor: BY_RULE, userAgent: '' }
    const targetBrokerEBSVolumeInfo = [{ kafkaBrokerNodeId: 'ALL', volumeSizeGB }]
    await updateBrokerStorage({ ctx, input: { clusterArn, currentVersion, targetBrokerEBSVolumeInfo } })
    log.info({ cluster: name, volumeSizeGB, rule }, 'Volumes grow by rule')
    return null
  } catch (error) {
    if (error instanceof ApiError) return error.message
    throw error
  }
}

async function noteRefusal(
  database: BackgroundParts['database'],
  { id, name, generation }: Ruled,
  refusal: GrowthRefusal,
): Promise<void> {
  log.warn({ cluster: name, why: refusal.why }, 'Volumes should grow by rule, and cannot')
  await database.cluster.updateMany({
    where: { id, generation },
    data: { growthRefusal: JSON.stringify(refusal) },
  })
  events().publish(`cluster/${id}`)
}

async function lastGrownAt(database: BackgroundParts['database'], clusterId: string): Promise<number | null> {
  const last = await database.operation.findFirst({
    where: {
      clusterId,
      mskType: { in: ['UPDATE_BROKER_STORAGE', 'UPDATE_STORAGE'] },
      state: 'UPDATE_COMPLETE',
    },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  })
  return last?.createdAt.getTime() ?? null
}
