import { setTimeout as sleep } from 'node:timers/promises'
import { formatEndpoint, type Endpoint } from '@/lib/domain/node'
import { clusterView } from './cluster-view'
import { openConnection, type KafkaConnection } from './wire/connection'
import { isKafkaError, KafkaError } from './wire/kafka-error'

/**
 * A short-lived handle on one cluster's client listeners: opened for a request, closed after it. Connections are
 * opened when first needed, one per broker.
 */
export type KafkaAdmin = {
  /** Asks the first broker that answers. For questions only: it may be asked of several. */
  ask: <Reply>(question: (broker: KafkaConnection) => Promise<Reply>) => Promise<Reply>
  /** Gives a command where it belongs, again while the cluster has no controller or it moved. */
  command: <Reply>(order: (controller: KafkaConnection) => Promise<Reply>) => Promise<Reply>
  /** The broker at an endpoint that a reply named; throws a KafkaError if it cannot be reached. */
  at: (endpoint: Endpoint) => Promise<KafkaConnection>
  /** Every broker that takes part in the cluster now and can be reached. */
  reachable: () => Promise<readonly KafkaConnection[]>
  close: () => void
}

export type AdminOptions = {
  bootstrap: readonly Endpoint[]
  connectTimeoutMs?: number
  /** How long to look for a controller, and how long a question may take. */
  timeoutMs?: number
}

const RETRY_MS = 100

export function openAdmin({
  bootstrap,
  connectTimeoutMs = 2000,
  timeoutMs = 5000,
}: AdminOptions): KafkaAdmin {
  const connections = new Map<string, Promise<KafkaConnection>>()
  /** Who did not answer is asked last from then on: a silent broker costs its wait once, not at each question. */
  let asked = [...bootstrap]

  async function connect(endpoint: Endpoint): Promise<KafkaConnection> {
    const key = formatEndpoint(endpoint)
    const open = await connections.get(key)?.catch(() => null)
    if (open?.isOpen === true) return open
    const connection = openConnection({ endpoint, connectTimeoutMs })
    connections.set(key, connection)
    return connection
  }

  async function ask<Reply>(question: (broker: KafkaConnection) => Promise<Reply>): Promise<Reply> {
    const failures: KafkaError[] = []
    for (const endpoint of asked) {
      try {
        return await question(await connect(endpoint))
      } catch (error) {
        // Another broker may well answer if this one is away; anything else is an answer.
        if (!isKafkaError(error, 'NETWORK_EXCEPTION', 'REQUEST_TIMED_OUT', 'BROKER_NOT_AVAILABLE'))
          throw error
        failures.push(error)
        asked = [...asked.filter((each) => each !== endpoint), endpoint]
      }
    }
    throw new KafkaError({
      error: 'NETWORK_EXCEPTION',
      message: `No broker of the cluster answers. ${failures.map(({ message }) => message).join(' ')}`.trim(),
      mayHaveHappened: failures.some(({ mayHaveHappened }) => mayHaveHappened),
    })
  }

  const view = () => ask(async (broker) => ({ broker, ...(await clusterView(broker, [], timeoutMs)) }))

  async function controller(): Promise<KafkaConnection> {
    const { broker, brokers, controllerId } = await view()
    // In KRaft (which alone has DescribeQuorum) every broker passes commands on to the controller.
    if (broker.versionOf('DescribeQuorum') !== null) return broker
    const found = brokers.find(({ nodeId }) => nodeId === controllerId)
    if (found === undefined) throw noController('The cluster has no controller at the moment.')
    return connect(found).catch((error: unknown) => {
      throw noController(`Broker ${controllerId} is the controller, but cannot be reached.`, error)
    })
  }

  async function command<Reply>(order: (controller: KafkaConnection) => Promise<Reply>): Promise<Reply> {
    const deadline = performance.now() + timeoutMs
    for (;;) {
      try {
        return await order(await controller())
      } catch (error) {
        // Anything else may have happened, and must not be done twice.
        if (!isKafkaError(error, 'NOT_CONTROLLER') || performance.now() > deadline) throw error
      }
      await sleep(RETRY_MS)
    }
  }

  async function reachable(): Promise<readonly KafkaConnection[]> {
    const { brokers } = await view()
    const tried = await Promise.all(brokers.map((broker) => connect(broker).catch(() => null)))
    return tried.filter((connection) => connection !== null)
  }

  return {
    ask,
    command,
    at: connect,
    reachable,
    close() {
      for (const connection of connections.values())
        connection.then(
          (open) => open.close(),
          () => {},
        )
      connections.clear()
    },
  }
}

const noController = (message: string, cause?: unknown): KafkaError =>
  new KafkaError({ error: 'NOT_CONTROLLER', message, mayHaveHappened: false, cause })
