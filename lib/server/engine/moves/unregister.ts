import type { NodeId } from '@/lib/domain/plan/world'
import { unregisterBroker } from '../../kafka/rpc/unregister-broker'
import { openConnection } from '../../kafka/wire/connection'
import { assertNoError, errorOfCode } from '../../kafka/wire/kafka-error'
import type { StoredCluster } from '../stored/stored-cluster'
import type { Watch } from '../watch'
import { answeringBrokers } from './answering-brokers'

const TIMEOUT_MS = 1_000

/**
 * Asked of any broker that runs and is not the one to go: the controllers forget its registration. With ZooKeeper a
 * broker is registered as long as it runs, and there is nothing to ask for.
 */
export async function unregister(cluster: StoredCluster, watch: Watch, nodeId: NodeId): Promise<void> {
  const other = answeringBrokers(cluster, watch).find((broker) => broker.nodeId !== nodeId)
  if (!other) throw new Error(`Broker ${nodeId} cannot be unregistered: no other broker answers.`)
  const connection = await openConnection({ endpoint: other.endpoint, connectTimeoutMs: TIMEOUT_MS })
  try {
    if (connection.versionOf('UnregisterBroker') === null) return
    const reply = await connection.call(unregisterBroker, { brokerId: nodeId }, TIMEOUT_MS)
    if (errorOfCode(reply.errorCode).name === 'BROKER_ID_NOT_REGISTERED') return
    assertNoError(`Broker ${nodeId}`, reply.errorCode, reply.errorMessage)
  } finally {
    connection.close()
  }
}
