import type { NodeRecord, NodeRef } from '@/lib/broker-runtime/runtime'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { NodeSettings } from '@/lib/contract/console/nodes'
import { clusterSpecificationSchema } from '@/lib/domain/cluster'
import { sourcedProperties, type SourcedProperties } from '@/lib/domain/kafka-properties'
import { endpointOf, servesClients } from '@/lib/domain/node'
import { settingsOfFile, settingsOfNode } from '@/lib/domain/node-settings'
import type { Node } from '@/generated/prisma/client'
import { placeOf, roleOf } from '../cluster/place-of'
import type { Verb } from '../http/context'
import { describeNodeConfigs } from '../kafka/node-configs'
import { isKafkaError } from '../kafka/wire/kafka-error'
import { database, runtime } from '../process'
import { findNode } from './find-node'

/**
 * What holds for a node and where each value comes from. A running broker is asked itself; for controllers, for
 * ZooKeeper and for a broker that does not answer there is the file it was started with, and before its first start
 * what it will be started with.
 */
export const getNodeSettings: Verb<typeof consoleEndpoints.getNodeSettings> = async ({ input }) => {
  const { ref, row } = await findNode(input.clusterId, input.nodeId)
  const record = await runtime().nodeRecord(ref)
  const sourced = await sourcedOf(ref, row, record)
  const asked = await askNode(ref, row, sourced)
  if ('settings' in asked) return asked
  const { whyNotNode } = asked
  if (record.properties) {
    return { settings: settingsOfFile(record.properties, sourced), from: 'file', whyNotNode }
  }
  const planned = Object.fromEntries(Object.entries(sourced).map(([name, { value }]) => [name, value]))
  return { settings: settingsOfFile(planned, sourced), from: 'plan', whyNotNode }
}

async function askNode(
  { nodeId, role }: NodeRef,
  row: Node,
  sourced: SourcedProperties,
): Promise<NodeSettings | { whyNotNode: string | null }> {
  // At the addresses of fake brokers someone else's may listen.
  if (!servesClients(role) || runtime().capabilities.driver === 'fake') return { whyNotNode: null }
  try {
    const described = await describeNodeConfigs(endpointOf(placeOf(row), 'client'), nodeId)
    return { settings: settingsOfNode(described, sourced), from: 'node', whyNotNode: null }
  } catch (error) {
    if (!isKafkaError(error)) throw error
    return { whyNotNode: error.message }
  }
}

/** Who wrote each line of the file the node was started with: of that generation, if it is still stored. */
async function sourcedOf(
  { cluster, nodeId }: NodeRef,
  row: Node,
  { boot }: NodeRecord,
): Promise<SourcedProperties> {
  const stored = await database().cluster.findUniqueOrThrow({
    where: { id: cluster.id },
    select: { generation: true, kafkaClusterId: true, nodes: { orderBy: { nodeId: 'asc' } } },
  })
  const numbers = [boot?.generation, row.assignedGeneration, stored.generation].filter(
    (number) => typeof number === 'number',
  )
  const generations = await database().generation.findMany({
    where: { clusterId: cluster.id, number: { in: numbers } },
  })
  const chosen = numbers
    .map((wanted) => generations.find(({ number }) => number === wanted))
    .find((found) => found !== undefined)
  const nodes = stored.nodes.map((node) => ({
    nodeId: node.nodeId,
    role: roleOf(node),
    zoneId: node.zoneId,
    place: placeOf(node),
  }))
  const own = nodes.find((node) => node.nodeId === nodeId)
  if (!chosen || !own) return {}
  const specification = clusterSpecificationSchema.parse(JSON.parse(chosen.specification))
  return sourcedProperties({ specification, kafkaClusterId: stored.kafkaClusterId, nodes }, own)
}
