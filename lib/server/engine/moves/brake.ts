import type { Move } from '@/lib/domain/plan/plan'
import { BRAKE_BYTES_PER_SECOND } from '@/lib/domain/volume-limit'
import { openAdmin } from '../../kafka/admin'
import { alterClientQuotas } from '../../kafka/rpc/client-quotas'
import { assertNoError } from '../../kafka/wire/kafka-error'
import type { StoredCluster } from '../stored/stored-cluster'
import type { Watch } from '../watch'
import { answeringBrokers } from './answering-brokers'

const CONNECT_MS = 1_000
const ANSWER_MS = 5_000

const RATE = 'producer_byte_rate'

/** Clients of Mosaik's own that tell whether others are well: they write a few records, and have a quota of their own. */
const OWN_CLIENTS = ['mosaik-canary', 'mosaik-messages'] as const
const OWN_RATE = 10 * 1024 ** 2

/** What applies to every client of every user. Only a quota for a user by name comes before it. */
export async function brake(
  cluster: StoredCluster,
  watch: Watch,
  { rate }: Extract<Move, { do: 'brake' }>,
): Promise<void> {
  const admin = openAdmin({
    bootstrap: answeringBrokers(cluster, watch).map(({ endpoint }) => endpoint),
    connectTimeoutMs: CONNECT_MS,
  })
  const isLifted = rate !== BRAKE_BYTES_PER_SECOND
  const changes = [
    quotaOf(null, rate),
    ...OWN_CLIENTS.map((clientId) => quotaOf(clientId, isLifted ? null : OWN_RATE)),
  ]
  try {
    await admin.command(async (controller) => {
      const { entries } = await controller.call(
        alterClientQuotas,
        { changes, validateOnly: false },
        ANSWER_MS,
      )
      for (const { errorCode, errorMessage } of entries)
        assertNoError('The quota of producers was not changed', errorCode, errorMessage)
    })
  } finally {
    admin.close()
  }
}

/** Of a client by name, or of all others. */
const quotaOf = (entityName: string | null, rate: number | null) => ({
  entity: [
    { entityType: 'user' as const, entityName: null },
    { entityType: 'client-id' as const, entityName },
  ],
  ops: [rate === null ? { key: RATE, remove: true as const } : { key: RATE, set: rate }],
})
