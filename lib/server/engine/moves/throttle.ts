import type { Move } from '@/lib/domain/plan/plan'
import { openAdmin, type KafkaAdmin } from '../../kafka/admin'
import { changeConfigs } from '../../kafka/change-configs'
import { EVERY_REPLICA, THROTTLE_RATES, THROTTLED_REPLICAS } from '../../kafka/observation/throttles'
import type { ConfigChange, ConfigResource } from '../../kafka/rpc/configs'
import { openConnection } from '../../kafka/wire/connection'
import { isKafkaError } from '../../kafka/wire/kafka-error'
import type { StoredCluster } from '../stored/stored-cluster'
import type { Watch } from '../watch'
import { answeringBrokers } from './answering-brokers'

const CONNECT_MS = 1_000
const ANSWER_MS = 5_000

type Throttle = Extract<Move, { do: 'throttle' }>

/** Topics before rates where it begins, and after them where it ends: never a rate that nobody keeps to. */
export async function throttle(cluster: StoredCluster, watch: Watch, move: Throttle): Promise<void> {
  const brokers = answeringBrokers(cluster, watch)
  const admin = openAdmin({
    bootstrap: brokers.map(({ endpoint }) => endpoint),
    connectTimeoutMs: CONNECT_MS,
  })
  const rates = () =>
    Promise.all(
      brokers
        .filter(({ nodeId }) => move.nodes.includes(nodeId))
        .map(async ({ nodeId, endpoint }) => {
          const connection = await openConnection({ endpoint, connectTimeoutMs: CONNECT_MS })
          try {
            const value = move.rate === null ? null : String(move.rate)
            await change(
              connection,
              { type: 'broker', name: String(nodeId) },
              changesOf(THROTTLE_RATES, value),
            )
          } finally {
            connection.close()
          }
        }),
    )
  try {
    if (move.rate === null) await rates()
    await throttleTopics(admin, move)
    if (move.rate !== null) await rates()
  } finally {
    admin.close()
  }
}

async function throttleTopics(admin: KafkaAdmin, { topics, rate }: Throttle): Promise<void> {
  const changes = changesOf(THROTTLED_REPLICAS, rate === null ? null : EVERY_REPLICA)
  for (const name of topics) {
    try {
      await admin.command((controller) => change(controller, { type: 'topic', name }, changes))
    } catch (error) {
      // Deleted meanwhile: there is nothing left to hold back.
      if (!isKafkaError(error, 'UNKNOWN_TOPIC_OR_PARTITION')) throw error
    }
  }
}

const changesOf = (names: readonly string[], value: string | null): readonly ConfigChange[] =>
  names.map((name) => (value === null ? { name, remove: true as const } : { name, set: value }))

const change = (
  connection: Parameters<typeof changeConfigs>[0],
  resource: ConfigResource,
  changes: readonly ConfigChange[],
): Promise<void> =>
  changeConfigs(
    connection,
    {
      resource,
      changes,
      validateOnly: false,
      failure: `The throttle of ${resource.type} ${resource.name} was not changed`,
      present: async () => ({}),
    },
    ANSWER_MS,
  )
