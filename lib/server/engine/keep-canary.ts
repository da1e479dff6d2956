import { canaryReceiptSchema, type CanaryReceipt } from '@/lib/domain/canary-receipt'
import type { DrillAcks } from '@/lib/domain/drill/kind'
import { wantsCanary } from '@/lib/domain/drill/record'
import { endpointOf, servesClients } from '@/lib/domain/node'
import { startCanary } from '../kafka/canary/canary'
import type { Engine } from './engine'
import type { ClusterMemory } from './memory'
import { messageOf } from './watch'
import type { NamedCluster } from './world'

/** For whom Mosaik's own client runs: an operation, or else a drill. */
type Owner = {
  id: string
  acks: DrillAcks
  before: CanaryReceipt | null
  save: (receipt: CanaryReceipt) => void
  finished: (receipt: CanaryReceipt) => void
}

/**
 * Mosaik's own client runs as long as an operation or a drill wants it. True: it was only just begun, so plan anew, for
 * the plan waits until it is ready.
 */
export function keepCanary(
  engine: Engine,
  memory: ClusterMemory,
  cluster: NamedCluster,
  isWanted: boolean,
): boolean {
  const { watch } = memory
  const owner = ownerOf(engine, memory, cluster, isWanted)
  const before = watch.canary
  // Another operation may follow before anybody looks: it gets a receipt of its own.
  if (before !== null && before.ownerId !== owner?.id) {
    watch.canary = null
    void before.finish().then(before.finished)
  }
  if (owner === null || watch.canary !== null) return false
  watch.canary = {
    ...startCanary({
      brokers: cluster.nodes
        .filter(({ role }) => servesClients(role))
        .map(({ place }) => endpointOf(place, 'client')),
      acks: owner.acks,
      before: owner.before,
      onNews: owner.save,
    }),
    ownerId: owner.id,
    finished: owner.finished,
  }
  return true
}

function ownerOf(
  engine: Engine,
  memory: ClusterMemory,
  { operation, drill }: NamedCluster,
  isWanted: boolean,
): Owner | null {
  if (engine.runtime.observeKafka) return null
  if (isWanted && operation !== null) {
    const save = (receipt: CanaryReceipt): void => void keepReceipt(engine, operation.id, receipt)
    return { id: operation.id, acks: 'all', before: receiptOf(operation.receipt), save, finished: save }
  }
  if (drill === null || !wantsCanary(drill.record)) return null
  const { id, options } = drill.record
  const save = (receipt: CanaryReceipt, isFinished = false): void => {
    memory.drillCanary = { id, receipt, isFinished }
    void keepDrillReceipt(engine, id, receipt)
  }
  return { id, acks: options.acks, before: null, save, finished: (receipt) => save(receipt, true) }
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

async function keepDrillReceipt(engine: Engine, drillId: string, receipt: CanaryReceipt): Promise<void> {
  try {
    await engine.database.drill.updateMany({
      where: { id: drillId },
      data: { receipt: JSON.stringify(receipt) },
    })
    engine.events.publish(`drill/${drillId}`)
  } catch (error) {
    engine.log.warn({ drill: drillId, error: messageOf(error) }, 'The receipt could not be stored')
  }
}

function receiptOf(text: string | null): CanaryReceipt | null {
  const parsed = canaryReceiptSchema.safeParse(text === null ? null : JSON.parse(text))
  return parsed.success ? parsed.data : null
}
