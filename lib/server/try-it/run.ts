import type { TryProblem, TryRun } from '@/lib/contract/console/try-it'
import { CANARY_TOPIC, TRY_LIMIT_MS } from '@/lib/domain/canary'
import type { Endpoint } from '@/lib/domain/node'
import { systemClock } from '../clock'
import { openAdmin } from '../kafka/admin'
import { openConnection } from '../kafka/wire/connection'
import { prepareCanaryTopic, type CanaryTopic } from '../kafka/canary/canary-topic'
import { CONNECT_MS, problemOf, runLane } from './lane'

export type TriedBroker = { brokerId: number; endpoint: Endpoint }

/** Fills in `run` until it is over. Never throws: what goes wrong is part of the receipt. */
export async function carryOut(run: TryRun, brokers: readonly TriedBroker[]): Promise<void> {
  const deadline = performance.now() + TRY_LIMIT_MS
  const admin = openAdmin({ bootstrap: brokers.map(({ endpoint }) => endpoint) })
  try {
    const topic = await prepareCanaryTopic(admin)
    await Promise.all(
      run.lanes.map(async (lane) => {
        const endpoint = brokers.find(({ brokerId }) => brokerId === lane.brokerId)?.endpoint
        if (endpoint === undefined) return
        const partition = ledBy(topic, lane.brokerId)
        if (partition === null) {
          // A broker that does not answer leads nothing; that it does not answer is the better reason.
          lane.problem = (await silence(endpoint)) ?? { is: 'notLeader', said: CANARY_TOPIC }
          lane.state = 'failed'
          return
        }
        lane.partition = partition
        await runLane({ lane, runId: run.id, endpoint, topicId: topic.topicId, deadline })
      }),
    )
  } catch (thrown) {
    const problem = problemOf(thrown)
    run.problem = problem.said
    for (const lane of run.lanes)
      if (lane.state === 'waiting') Object.assign(lane, { state: 'failed', problem })
  } finally {
    admin.close()
    run.state = run.lanes.every(({ state }) => state === 'done') ? 'complete' : 'failed'
    run.endedAt = new Date(systemClock.now()).toISOString()
  }
}

const ledBy = ({ partitions }: CanaryTopic, brokerId: number): number | null =>
  partitions.find(({ leader, replicas }) => leader === brokerId && replicas[0] === brokerId)?.partition ??
  partitions.find(({ leader }) => leader === brokerId)?.partition ??
  null

/** Why a broker does not answer; null if it does. */
async function silence(endpoint: Endpoint): Promise<TryProblem | null> {
  try {
    const connection = await openConnection({ endpoint, connectTimeoutMs: CONNECT_MS })
    connection.close()
    return null
  } catch (thrown) {
    return problemOf(thrown)
  }
}
