import { canaryReceiptSchema, type CanaryReceipt } from '@/lib/domain/canary-receipt'
import { endpointOf, servesClients } from '@/lib/domain/node'
import { startCanary } from '../kafka/canary/canary'
import type { Engine } from './engine'
import type { ClusterMemory } from './memory'
import { messageOf } from './watch'
import type { NamedCluster } from './world'

/**
 * Mosaik's own client runs as long as an operation wants it. True: it was only just begun, so plan anew, for the plan
 * waits until it is ready.
 */
export function keepCanary(
  engine: Engine,
  memory: ClusterMemory,
  cluster: NamedCluster,
  isWanted: boolean,
): boolean {
  const { watch } = memory
  const { operation } = cluster
  const before = watch.canary
  // Another operation may follow before anybody looks: it gets a receipt of its own.
  if (before !== null && (!isWanted || before.operationId !== operation?.id)) {
    watch.canary = null
    void before.finish().then(before.save)
  }
  if (isWanted && watch.canary === null && operation !== null && !engine.runtime.observeKafka) {
    const save = (receipt: CanaryReceipt): void => void keepReceipt(engine, operation.id, receipt)
    watch.canary = {
      ...startCanary({
        brokers: cluster.nodes
          .filter(({ role }) => servesClients(role))
          .map(({ place }) => endpointOf(place, 'client')),
        before: receiptOf(operation.receipt),
        onNews: save,
      }),
      operationId: operation.id,
      save,
    }
    return true
  }
  return false
}

async function keepReceipt(engine: Engine, operationId: string, receipt: CanaryReceipt): Promise<void> {
  try {
    await engine.database.operation.updateMany({
      where: { id: operationId },
      data: { receipt: JSON.stringify(receipt) },
    })
    engine.events.publish(`operation/${operationId}`)
  } catch (error) {
    engine.log.warn({ operation: operationId, error: messageOf(error) }, 'The receipt could not be stored')
  }
}

function receiptOf(text: string | null): CanaryReceipt | null {
  const parsed = canaryReceiptSchema.safeParse(text === null ? null : JSON.parse(text))
  return parsed.success ? parsed.data : null
}
