import { randomUUID } from 'node:crypto'
import type { TryRun } from '@/lib/contract/console/try-it'
import { formatEndpoint } from '@/lib/domain/node'
import { newRun } from '../new-run'
import { carryOut, type TriedBroker } from '../run'

/** A run without a server around it, and how long it took. */
export async function tryOut(brokers: readonly TriedBroker[]): Promise<{ run: TryRun; tookMs: number }> {
  const lanes = brokers.map(({ brokerId, endpoint }) => ({
    brokerId,
    zoneId: 'use1-az1',
    endpoint: formatEndpoint(endpoint),
  }))
  const run = newRun({ id: randomUUID(), clusterId: 'c', startedAt: new Date().toISOString(), lanes })
  const startedAt = performance.now()
  await carryOut(run, brokers)
  return { run, tookMs: performance.now() - startedAt }
}
