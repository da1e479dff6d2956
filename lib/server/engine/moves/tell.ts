import type { Move } from '@/lib/domain/plan/plan'
import { toldTo } from '../../kafka/observation/settings'
import { changeConfigs } from '../../kafka/change-configs'
import type { ConfigChange } from '../../kafka/rpc/configs'
import { openConnection, type KafkaConnection } from '../../kafka/wire/connection'
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
    const change = {
      resource: { type: 'broker', name: move.node === null ? '' : String(move.node) },
      changes: changesOf(move),
      validateOnly: false,
      failure: 'The settings were not changed',
      present: () => presentOf(connection, broker.nodeId, move),
    } as const
    await changeConfigs(connection, change, ANSWER_MS)
  } finally {
    connection.close()
  }
}

const changesOf = ({ set, remove }: Tell): readonly ConfigChange[] => [
  ...Object.entries(set).map(([name, value]) => ({ name, set: value })),
  ...remove.map((name) => ({ name, remove: true as const })),
]

async function presentOf(connection: KafkaConnection, nodeId: number, { node }: Tell) {
  const told = await toldTo(connection, nodeId, null, ANSWER_MS)
  if (told.hasSecrets) {
    throw new Error(
      'Brokers were told secrets while they ran, which this release cannot keep when anything else is changed. Take those back first.',
    )
  }
  return node === null ? told.cluster : told.own
}
