import type { Move } from '@/lib/domain/plan/plan'
import { updateFeatures } from '../../kafka/rpc/update-features'
import { openConnection } from '../../kafka/wire/connection'
import { assertNoError } from '../../kafka/wire/kafka-error'
import type { StoredCluster } from '../stored/stored-cluster'
import type { Watch } from '../watch'
import { answeringBrokers } from './answering-brokers'

const CONNECT_MS = 1_000
const ANSWER_MS = 5_000

type Finalize = Extract<Move, { do: 'finalize' }>

/** Any broker takes it; the controller writes it, or says why not. */
export async function finalize(
  cluster: StoredCluster,
  watch: Watch,
  { feature, level }: Finalize,
): Promise<void> {
  const [broker] = answeringBrokers(cluster, watch)
  if (!broker) throw new Error('No broker answers that could be asked to raise a feature.')
  const connection = await openConnection({ endpoint: broker.endpoint, connectTimeoutMs: CONNECT_MS })
  try {
    const {
      errorCode,
      errorMessage,
      results = [],
    } = await connection.call(
      updateFeatures,
      { levels: { [feature]: level }, validateOnly: false, timeoutMs: ANSWER_MS },
      ANSWER_MS,
    )
    const what = `${feature} ${level}`
    assertNoError(what, errorCode, errorMessage)
    for (const result of results) assertNoError(what, result.errorCode, result.errorMessage)
  } finally {
    connection.close()
  }
}
