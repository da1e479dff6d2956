import { randomUUID } from 'node:crypto'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { formatEndpoint } from '@/lib/domain/node'
import { audited } from '../audit'
import { systemClock } from '../clock'
import type { Verb } from '../http/context'
import { tryRuns, wake } from '../process'
import { newRun } from './new-run'
import { carryOut } from './run'
import { triedCluster } from './tried-cluster'

/** Answers at once; the run goes on by itself. While one is going on, its id is the answer. */
export const startTryRun: Verb<typeof consoleEndpoints.startTryRun> = async ({ ctx, input }) => {
  const { cluster, brokers } = await triedCluster(input.clusterId, 'change')
  await audited(ctx, 'TryCluster', cluster.arn)
  const running = tryRuns().running(cluster.id)
  if (running) return { runId: running.id }
  const run = newRun({
    id: randomUUID(),
    clusterId: cluster.id,
    startedAt: new Date(systemClock.now()).toISOString(),
    lanes: brokers.map(({ brokerId, zoneId, endpoint }) => ({
      brokerId,
      zoneId,
      endpoint: formatEndpoint(endpoint),
    })),
  })
  tryRuns().addRun(run)
  // Partitions of the topic show on the cluster's page as soon as it exists.
  void carryOut(run, brokers).then(() => wake(cluster.id))
  return { runId: run.id }
}
