import type { Endpoint } from '@/lib/domain/node'
import { describeConfigs } from './rpc/configs'
import { openConnection } from './wire/connection'
import { assertNoError } from './wire/kafka-error'

const CONNECT_TIMEOUT_MS = 1_500
const ANSWER_TIMEOUT_MS = 4_000

/** Every setting of one broker, asked at that very broker: no other knows what stands in its file. */
export async function describeNodeConfigs(endpoint: Endpoint, nodeId: number) {
  const broker = await openConnection({ endpoint, connectTimeoutMs: CONNECT_TIMEOUT_MS })
  try {
    const { results } = await broker.call(
      describeConfigs,
      { resources: [{ type: 'broker', name: String(nodeId) }], keys: null, includeSynonyms: true },
      ANSWER_TIMEOUT_MS,
    )
    for (const { errorCode, errorMessage } of results) {
      assertNoError(`DescribeConfigs of broker ${nodeId}`, errorCode, errorMessage)
    }
    return results.flatMap(({ configs }) => configs)
  } finally {
    broker.close()
  }
}
