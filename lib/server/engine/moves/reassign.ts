import type { Reassignment } from '@/lib/domain/plan/plan'
import { openAdmin } from '../../kafka/admin'
import { alterPartitionReassignments } from '../../kafka/rpc/reassignments'
import { assertNoError, errorOfCode, type KafkaErrorName } from '../../kafka/wire/kafka-error'
import type { StoredCluster } from '../stored/stored-cluster'
import type { Watch } from '../watch'
import { answeringBrokers } from './answering-brokers'
import { byTopic } from './by-topic'

const TIMEOUT_MS = 5_000

/** What is over already, or was deleted meanwhile: the next look shows it. */
const NO_MATTER: readonly KafkaErrorName[] = ['NO_REASSIGNMENT_IN_PROGRESS', 'UNKNOWN_TOPIC_OR_PARTITION']

/** The controller begins all it can; the first that it refuses is told. */
export async function reassign(
  cluster: StoredCluster,
  watch: Watch,
  partitions: readonly Reassignment[],
): Promise<void> {
  const bootstrap = answeringBrokers(cluster, watch).map(({ endpoint }) => endpoint)
  const admin = openAdmin({ bootstrap, connectTimeoutMs: 1_000, timeoutMs: TIMEOUT_MS })
  const topics = byTopic(partitions).map(({ topic, entries }) => ({
    topic,
    partitions: entries.map(({ number, entry }) => ({ partitionIndex: number, replicas: entry.to })),
  }))
  try {
    const { errorCode, errorMessage, responses } = await admin.command((controller) =>
      controller.call(alterPartitionReassignments, { topics, timeoutMs: TIMEOUT_MS }, TIMEOUT_MS),
    )
    assertNoError('The partitions to move', errorCode, errorMessage)
    for (const { name, partitions: answers } of responses) {
      for (const answer of answers) {
        if (NO_MATTER.includes(errorOfCode(answer.errorCode).name)) continue
        assertNoError(`${name}-${answer.partitionIndex}`, answer.errorCode, answer.errorMessage)
      }
    }
  } finally {
    admin.close()
  }
}
