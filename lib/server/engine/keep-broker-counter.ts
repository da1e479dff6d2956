import { brokerReceiptSchema, newBrokerReceipt, type BrokerReceipt } from '@/lib/domain/broker-receipt'
import { servesClients } from '@/lib/domain/node'
import type { KafkaObservation } from '@/lib/domain/plan/world'
import { BrokerCounter } from './broker-counter'
import type { Engine } from './engine'
import type { ClusterMemory } from './memory'
import { messageOf } from './watch'
import type { NamedCluster } from './world'

/** Brokers are asked for their own counts for as long as Mosaik's own client writes, and at the end once more. */
export function keepBrokerCounter(
  engine: Engine,
  { watch }: ClusterMemory,
  { ref, nodes, operation }: NamedCluster,
  { kafka, isWanted }: { kafka: KafkaObservation; isWanted: boolean },
): void {
  const brokers = nodes.filter(({ role }) => servesClients(role)).map(({ nodeId }) => nodeId)
  const before = watch.counter
  if (before !== null && (!isWanted || before.operationId !== operation?.id)) {
    watch.counter = null
    void before.counter.finish(brokers)
  }
  if (isWanted && watch.counter === null && operation !== null && !engine.runtime.observeKafka) {
    watch.counter = {
      operationId: operation.id,
      counter: new BrokerCounter({
        runtime: engine.runtime,
        cluster: ref,
        receipt: receiptOf(operation.brokerReceipt) ?? newBrokerReceipt(engine.clock.now()),
        now: () => engine.clock.now(),
        onNews: (receipt) => void keepReceipt(engine, operation.id, receipt),
      }),
    }
  }
  watch.counter?.counter.look(kafka, brokers)
}

async function keepReceipt(engine: Engine, operationId: string, receipt: BrokerReceipt): Promise<void> {
  try {
    const data = { brokerReceipt: JSON.stringify(receipt) }
    await engine.database.operation.updateMany({ where: { id: operationId }, data })
    engine.events.publish(`operation/${operationId}`)
  } catch (error) {
    engine.log.warn(
      { operation: operationId, error: messageOf(error) },
      'What brokers counted could not be stored',
    )
  }
}

function receiptOf(text: string | null): BrokerReceipt | null {
  const parsed = brokerReceiptSchema.safeParse(text === null ? null : JSON.parse(text))
  return parsed.success ? parsed.data : null
}
