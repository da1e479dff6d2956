import type { Move } from '@/lib/domain/plan/plan'
import { toldTo } from '../../kafka/observation/settings'
import {
  alterConfigs,
  incrementalAlterConfigs,
  type ConfigChange,
  type ConfigResource,
} from '../../kafka/rpc/configs'
import { openConnection, type KafkaConnection } from '../../kafka/wire/connection'
import { assertNoError } from '../../kafka/wire/kafka-error'
import type { StoredCluster } from '../stored/stored-cluster'
import type { Watch } from '../watch'
import { answeringBrokers } from './answering-brokers'

const CONNECT_MS = 1_000
const ANSWER_MS = 5_000

type Tell = Extract<Move, { do: 'tell' }>

/** What all are told goes to any broker; what one was told, to that one. */
export async function tell(cluster: StoredCluster, watch: Watch, move: Tell): Promise<void> {
  const broker = answeringBrokers(cluster, watch).find(
    ({ nodeId }) => move.node === null || move.node === nodeId,
  )
  if (!broker) throw new Error('No broker answers that could be told.')
  const connection = await openConnection({ endpoint: broker.endpoint, connectTimeoutMs: CONNECT_MS })
  try {
    const resource: ConfigResource = { type: 'broker', name: move.node === null ? '' : String(move.node) }
    const { responses } =
      connection.versionOf('IncrementalAlterConfigs') === null
        ? await connection.call(
            alterConfigs,
            { resource, configs: await whole(connection, broker.nodeId, move), validateOnly: false },
            ANSWER_MS,
          )
        : await connection.call(
            incrementalAlterConfigs,
            { resource, changes: changesOf(move), validateOnly: false },
            ANSWER_MS,
          )
    for (const { errorCode, errorMessage } of responses)
      assertNoError('The settings were not changed', errorCode, errorMessage)
  } finally {
    connection.close()
  }
}

const changesOf = ({ set, remove }: Tell): readonly ConfigChange[] => [
  ...Object.entries(set).map(([name, value]) => ({ name, set: value })),
  ...remove.map((name) => ({ name, remove: true as const })),
]

/** Before Kafka 2.3 only the whole can be written: what else was told is sent along, so that it survives. */
async function whole(
  connection: KafkaConnection,
  nodeId: number,
  { node, set, remove }: Tell,
): Promise<Record<string, string>> {
  const told = await toldTo(connection, nodeId, null, ANSWER_MS)
  if (told.hasSecrets) {
    throw new Error(
      'Brokers were told secrets while they ran, which this release cannot keep when anything else is changed. Take those back first.',
    )
  }
  const before = Object.entries(node === null ? told.cluster : told.own)
  return { ...Object.fromEntries(before.filter(([name]) => !remove.includes(name))), ...set }
}
