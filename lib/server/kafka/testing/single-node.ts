import { setTimeout as sleep } from 'node:timers/promises'
import { testCluster } from '@/lib/broker-runtime/local/testing/test-cluster'
import { endpointOf, type Endpoint } from '@/lib/domain/node'
import { openConnection } from '../wire/connection'
import { metadata } from '../rpc/metadata'

/** One real Kafka process, broker and controller at once, on addresses of its own. */
export type SingleNode = {
  release: string
  client: Endpoint
  controller: Endpoint
  /** SIGSTOP and SIGCONT: alive for TCP, silent for Kafka. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

export const SINGLE_NODE_ID = 1
const RELEASE = '4.3.1'
const START_TIMEOUT_MS = 60_000

export async function startSingleNode(): Promise<SingleNode> {
  const cluster = await testCluster({ release: RELEASE, shape: 'DEVELOPMENT' })
  try {
    await cluster.startAll()
    await cluster.allRun()
    const [node] = cluster.specifications
    const { memory } = await cluster.runtime.observe(cluster.cluster)
    const pid = memory[SINGLE_NODE_ID]?.pid
    if (!node || pid === undefined) throw new Error(`Kafka ${RELEASE} did not start.`)
    const client = endpointOf(node.place, 'client')
    await untilRegistered(client)
    return {
      release: RELEASE,
      client,
      controller: endpointOf(node.place, 'controller'),
      pause: () => void process.kill(pid, 'SIGSTOP'),
      resume: () => void process.kill(pid, 'SIGCONT'),
      stop: () => cluster.end(),
    }
  } catch (error) {
    await cluster.end()
    throw error
  }
}

async function untilRegistered(client: Endpoint): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  for (;;) {
    try {
      const connection = await openConnection({ endpoint: client, connectTimeoutMs: 2000 })
      const { brokers } = await connection.call(metadata, { topics: [] }, 2000).finally(connection.close)
      if (brokers.length > 0) return
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    await sleep(100)
  }
}
