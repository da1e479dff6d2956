import { randomUUID } from 'node:crypto'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { TryLane, TryRun } from '@/lib/contract/console/try-it'
import { CANARY_TOPIC, TRY_RECORD_BYTES, TRY_RECORDS } from '@/lib/domain/canary'
import { formatEndpoint } from '@/lib/domain/node'
import { audited } from '../audit'
import { systemClock } from '../clock'
import type { Verb } from '../http/context'
import { tryRuns, wake } from '../process'
import { carryOut } from './run'
import { triedCluster } from './tried-cluster'

/** Answers at once; the run goes on by itself. While one is going on, its id is the answer. */
export const startTryRun: Verb<typeof consoleEndpoints.startTryRun> = async ({ ctx, input }) => {
  const { cluster, brokers } = await triedCluster(input.clusterId, 'change')
  await audited(ctx, 'TryCluster', cluster.arn)
  const running = tryRuns().running(cluster.id)
  if (running) return { runId: running.id }
  const run: TryRun = {
    id: randomUUID(),
    clusterId: cluster.id,
    state: 'running',
    topic: CANARY_TOPIC,
    recordsPerBroker: TRY_RECORDS,
    recordBytes: TRY_RECORD_BYTES,
    startedAt: new Date(systemClock.now()).toISOString(),
    endedAt: null,
    lanes: brokers.map(({ brokerId, zoneId, endpoint }) =>
      emptyLane(brokerId, zoneId, formatEndpoint(endpoint)),
    ),
    problem: null,
  }
  tryRuns().addRun(run)
  // Partitions of the topic show on the cluster's page as soon as it exists.
  void carryOut(run, brokers).then(() => wake(cluster.id))
  return { runId: run.id }
}

const emptyLane = (brokerId: number, zoneId: string, endpoint: string): TryLane => ({
  brokerId,
  zoneId,
  endpoint,
  state: 'waiting',
  partition: null,
  acknowledged: 0,
  readBack: 0,
  lost: null,
  write: null,
  roundTrip: null,
  problem: null,
})
