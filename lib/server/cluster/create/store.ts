import { randomBytes, randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { clusterArn, operationArn, versionToken } from '@/lib/domain/arn'
import { recommendedAlarms } from '@/lib/domain/alarm/recommended'
import { monitoringLevel } from '@/lib/domain/metrics/level'
import { alarmNames, storeRecommended } from '../../alarm/recommended/store-recommended'
import { audited } from '../../audit'
import { keepConfiguration } from '../../configuration/keep-configuration'
import { systemClock } from '../../clock'
import { environment } from '../../env'
import type { Context } from '../../http/context'
import { database } from '../../process'
import type { PlacedNode } from './addresses'
import type { Draft } from './prepare'

export type StoredCreation = { id: string; arn: string; operationId: string }

/**
 * The creation as one transaction: subnets, cluster, its first generation, nodes with their addresses, tags, alarms
 * and the operation, or none of them. Unique constraints decide between two that ask for one name or one address.
 */
export async function storeCreation(ctx: Context, draft: Draft): Promise<StoredCreation> {
  const { region, clusterName, tags } = draft.request
  const id = randomUUID()
  const operationId = randomUUID()
  const parts = { region, account: environment().account, name: clusterName, uuid: id }
  const arn = clusterArn(parts)
  const now = new Date(systemClock.now())
  const db = database()
  const alarms = await alarmsOf(draft)
  await db.$transaction([
    ...draft.adopted.map(({ subnetId, ...subnet }) =>
      db.subnet.create({ data: { region, id: subnetId, ...subnet, adoptedAt: now } }),
    ),
    db.operation.create({
      data: {
        id: operationId,
        arn: operationArn(parts, operationId),
        clusterId: id,
        clusterArn: arn,
        clusterName,
        region,
        kind: 'CREATE',
        actor: ctx.actor,
        state: 'UPDATE_IN_PROGRESS',
        targetGeneration: 1,
        createdAt: now,
      },
    }),
    db.cluster.create({
      data: {
        id,
        arn,
        region,
        name: clusterName,
        kafkaClusterId: kafkaUuid(),
        createdAt: now,
        currentVersion: versionToken(randomBytes(13)),
        generation: 1,
        presence: 'present',
        activeOperationId: operationId,
      },
    }),
    db.generation.create({
      data: { clusterId: id, number: 1, specification: JSON.stringify(draft.specification) },
    }),
    db.node.createMany({ data: nodeRows(id, draft.nodes, now) }),
    ...Object.entries(tags).map(([key, value]) => db.tag.create({ data: { resourceArn: arn, key, value } })),
    ...keepConfiguration(ctx, draft.specification),
    ...(alarms.length > 0 ? storeRecommended({ id, region }, alarms, now) : []),
    audited(ctx, 'CreateCluster', arn),
  ])
  return { id, arn, operationId }
}

async function alarmsOf({ request, specification, nodes, hasRecommendedAlarms }: Draft) {
  if (!hasRecommendedAlarms) return []
  const there = await alarmNames(request.region)
  const brokers = nodes.filter(({ role }) => role === 'broker' || role === 'combined')
  return recommendedAlarms({
    clusterName: request.clusterName,
    brokerIds: brokers.map(({ nodeId }) => nodeId),
    level: monitoringLevel(specification.enhancedMonitoring),
  }).filter(({ name }) => !there.has(name))
}

/** As Kafka writes its own ids: 16 bytes in base64 without padding, never with a hyphen first. */
function kafkaUuid(): string {
  for (;;) {
    const text = randomBytes(16).toString('base64url')
    if (!text.startsWith('-')) return text
  }
}

/** Rows of nodes that come, with the addresses they are given. */
export const nodeRows = (
  clusterId: string,
  nodes: readonly PlacedNode[],
  addedAt: Date,
): Prisma.NodeCreateManyInput[] =>
  nodes.map(({ nodeId, role, subnet, place }) => ({
    clusterId,
    nodeId,
    role,
    zoneId: subnet.zoneId,
    subnetId: subnet.subnetId,
    address: place.address,
    portBase: place.portBase,
    externalHost: place.external?.host ?? null,
    externalPort: place.external?.port ?? null,
    addedAt,
  }))
