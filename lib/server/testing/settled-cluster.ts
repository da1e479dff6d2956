import { database } from '../process'

/** Ends the creation of a cluster as the engine would, for tests of verbs that need one at rest. */
export async function settleCluster(clusterArn: string, state = 'ACTIVE'): Promise<{ id: string }> {
  const db = database()
  const cluster = await db.cluster.findUniqueOrThrow({ where: { arn: clusterArn } })
  const health = {
    servingBrokers: 3,
    totalBrokers: 3,
    servingVoters: 3,
    totalVoters: 3,
    partitions: 0,
    offlinePartitions: 0,
    underReplicatedPartitions: 0,
    waitingFor: null,
  }
  const view = JSON.stringify({
    nodes: [],
    health,
    topics: 0,
    stateMessage: state === 'FAILED' ? 'No room.' : null,
  })
  const status = { state, observedAt: new Date(), view }
  await db.$transaction([
    db.operation.updateMany({
      where: { clusterId: cluster.id, endedAt: null },
      data: { state: state === 'FAILED' ? 'UPDATE_FAILED' : 'UPDATE_COMPLETE', endedAt: new Date() },
    }),
    db.cluster.update({ where: { id: cluster.id }, data: { activeOperationId: null } }),
    db.clusterStatus.upsert({
      where: { clusterId: cluster.id },
      create: { clusterId: cluster.id, ...status },
      update: status,
    }),
  ])
  return { id: cluster.id }
}
