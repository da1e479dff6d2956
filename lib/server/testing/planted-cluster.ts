import { randomUUID } from 'node:crypto'
import { clusterArn, operationArn } from '@/lib/domain/arn'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { FIRST_CONTROLLER_ID, type NodeRole } from '@/lib/domain/node'
import type { OperationKind } from '@/lib/domain/plan/world'
import { plainSpecification } from '@/lib/domain/testing/plain-specification'
import type { Database } from '../db'

/**
 * A cluster as the verbs store it, for tests of what comes after: one broker and one controller per zone, on
 * addresses of the test's own network.
 */
export type PlantedCluster = { id: string; arn: string; name: string; operationId: string }

type Planted = {
  name?: string
  /** Three octets' worth of a loopback network: `127.50`. */
  network?: string
  specification?: Partial<ClusterSpecification>
}

const ARN_PARTS = { region: 'us-east-1', account: '000000000000' }
let planted = 0

export async function plantCluster(
  database: Database,
  { name, network = '127.50', specification: wanted = {} }: Planted = {},
): Promise<PlantedCluster> {
  planted += 1
  const id = randomUUID()
  const clusterName = name ?? `planted-${planted}`
  const arn = clusterArn({ ...ARN_PARTS, name: clusterName, uuid: id })
  const specification = plainSpecification(wanted)
  const operation = operationRow({ id, arn, name: clusterName }, 'CREATE', 1)
  await database.$transaction([
    database.operation.create({ data: operation }),
    database.cluster.create({
      data: {
        id,
        arn,
        region: ARN_PARTS.region,
        name: clusterName,
        kafkaClusterId: Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url'),
        createdAt: new Date(),
        currentVersion: 'KPLANTED00000',
        generation: 1,
        presence: 'present',
        activeOperationId: operation.id,
        generations: { create: { number: 1, specification: JSON.stringify(specification) } },
        nodes: { create: nodesOf(specification, network, planted) },
      },
    }),
  ])
  return { id, arn, name: clusterName, operationId: operation.id }
}

/** Asks for power as the verb does: operation, specification and generation in one transaction. */
export async function askForPower(
  database: Database,
  cluster: Pick<PlantedCluster, 'id' | 'arn' | 'name'>,
  power: 'on' | 'off',
): Promise<string> {
  const { generation } = await database.cluster.findUniqueOrThrow({ where: { id: cluster.id } })
  const { specification } = await database.generation.findUniqueOrThrow({
    where: { clusterId_number: { clusterId: cluster.id, number: generation } },
  })
  const next: unknown = { ...JSON.parse(specification), power }
  const operation = operationRow(cluster, power === 'on' ? 'START' : 'STOP', generation + 1, generation)
  await database.$transaction([
    database.operation.create({ data: operation }),
    database.generation.create({
      data: { clusterId: cluster.id, number: generation + 1, specification: JSON.stringify(next) },
    }),
    database.cluster.update({
      where: { id: cluster.id, generation, AND: [{ activeOperationId: null }] },
      data: { generation: generation + 1, activeOperationId: operation.id },
    }),
  ])
  return operation.id
}

/** Asks for the end: what runs is cancelled, nothing may be left. */
export async function askForDeletion(
  database: Database,
  cluster: Pick<PlantedCluster, 'id' | 'arn' | 'name'>,
): Promise<string> {
  const { generation, activeOperationId } = await database.cluster.findUniqueOrThrow({
    where: { id: cluster.id },
  })
  const operation = operationRow(cluster, 'DELETE', generation)
  await database.$transaction([
    database.operation.updateMany({
      where: { id: activeOperationId ?? '' },
      data: { state: 'UPDATE_FAILED', endedAt: new Date(), errorCode: 'CANCELLED' },
    }),
    database.operation.create({ data: operation }),
    database.cluster.update({
      where: { id: cluster.id },
      data: { presence: 'absent', activeOperationId: operation.id },
    }),
  ])
  return operation.id
}

function operationRow(
  cluster: Pick<PlantedCluster, 'id' | 'arn' | 'name'>,
  kind: OperationKind,
  targetGeneration: number,
  sourceGeneration: number | null = null,
) {
  const id = randomUUID()
  return {
    id,
    arn: operationArn({ ...ARN_PARTS, name: cluster.name, uuid: cluster.id }, id),
    clusterId: cluster.id,
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    region: ARN_PARTS.region,
    kind,
    state: 'UPDATE_IN_PROGRESS',
    sourceGeneration,
    targetGeneration,
    createdAt: new Date(),
  }
}

function nodesOf({ shape, mode, brokerCount, zones }: ClusterSpecification, network: string, nth: number) {
  const ids: { nodeId: number; role: NodeRole; zone: number }[] =
    shape === 'DEVELOPMENT'
      ? [{ nodeId: 1, role: 'combined', zone: 0 }]
      : [
          ...Array.from({ length: brokerCount }, (_, index) => ({
            nodeId: index + 1,
            role: 'broker' as const,
            zone: index % zones.length,
          })),
          ...[0, 1, 2].map((zone) => ({
            nodeId: FIRST_CONTROLLER_ID + zone,
            role: mode === 'KRAFT' ? ('controller' as const) : ('zookeeper' as const),
            zone: zone % zones.length,
          })),
        ]
  return ids.map(({ nodeId, role, zone }, index) => ({
    nodeId,
    role,
    zoneId: zones[zone]?.zoneId ?? 'use1-az1',
    subnetId: zones[zone]?.subnetId ?? 'subnet-1a',
    address: `${network}.${nth % 250}.${11 + index}`,
    addedAt: new Date(),
  }))
}
