import type { BrokerAnswer } from '@/lib/domain/client-check'
import { servesClients } from '@/lib/domain/node'
import type { StoredCluster } from '../../engine/stored/stored-cluster'
import { connectAgent } from '../../metrics/collect/agent/agent-connection'
import { readClients } from '../../metrics/collect/agent/read-clients'
import { runtime } from '../../process'

/** Somebody waits for the plan: a broker that has not answered by then has not answered. */
const ANSWER_MS = 2_000

/** Every broker is asked, all at once, who is connected to it and what was asked of it. */
export async function lookAtClients({ ref, nodes }: StoredCluster): Promise<readonly BrokerAnswer[]> {
  const brokers = nodes.filter(({ role }) => servesClients(role))
  const running = await runtime()
    .figures(ref)
    .catch(() => [])
  return Promise.all(
    brokers.map(async ({ nodeId: node }): Promise<BrokerAnswer> => {
      const figures = running.find(({ nodeId }) => nodeId === node)
      if (figures === undefined) return { node, is: 'silent', why: 'it does not run' }
      if (figures.agent === null) return { node, is: 'silent', why: 'it runs without the metrics agent' }
      const connection = connectAgent(figures.agent)
      try {
        return {
          node,
          is: 'answered',
          startedAt: figures.startedAt,
          ...(await readClients(connection, ANSWER_MS)),
        }
      } catch (error) {
        return { node, is: 'silent', why: error instanceof Error ? error.message : String(error) }
      } finally {
        connection.close()
      }
    }),
  )
}
