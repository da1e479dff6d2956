import { createServer } from 'node:net'
import type { NodeRole } from '@/lib/domain/node'
import { compareReleases } from '@/lib/domain/kafka-version'
import type { ReleaseFacts } from './catalogue'
import type { Java } from './java'
import type { RunnableJars } from './ready-release'

/**
 * The little cluster that is started once per release to learn which classes a node loads. Two nodes at most: one
 * combined KRaft node, or a ZooKeeper server and a broker.
 */
export type Rehearsal = {
  facts: ReleaseFacts
  java: Java
  kafka: RunnableJars
  zookeeper: RunnableJars | null
  /** A folder for what is thrown away afterwards, on the disk of the cache: what is kept is renamed out of it. */
  scratch: string
}

export type RehearsalNode = { nodeId: number; role: NodeRole; properties: Record<string, string> }
export type RehearsalPorts = {
  client: number
  controller: number
  zookeeper: number
  peer: number
  election: number
  agent: number
}

export const REHEARSAL_CLUSTER_ID = 'Rehearsal0000000000000'
export const REHEARSAL_JVM = { heapMinMiB: 96, heapMaxMiB: 256, profile: 'lab' } as const
export const REHEARSAL_HOST = '127.0.0.1'

/** In the order they are started. */
export function rehearsalNodes(
  { mode, release }: ReleaseFacts,
  ports: RehearsalPorts,
): readonly RehearsalNode[] {
  const small = {
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '1',
    'transaction.state.log.replication.factor': '1',
    'log.cleaner.dedupe.buffer.size': '4194304',
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'CLIENT',
    'advertised.listeners': `CLIENT://${REHEARSAL_HOST}:${ports.client}`,
  }
  if (mode === 'ZOOKEEPER') {
    const broker = {
      ...small,
      'broker.id': '1',
      listeners: `CLIENT://${REHEARSAL_HOST}:${ports.client}`,
      'zookeeper.connect': `${REHEARSAL_HOST}:${ports.zookeeper}`,
    }
    return [
      { nodeId: 10001, role: 'zookeeper', properties: zookeeper(ports) },
      { nodeId: 1, role: 'broker', properties: broker },
    ]
  }
  const share = {
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
  }
  const combined = {
    ...small,
    ...(compareReleases(release, '4.0.0') >= 0 ? share : {}),
    'node.id': '1',
    'process.roles': 'broker,controller',
    listeners: `CLIENT://${REHEARSAL_HOST}:${ports.client},CONTROLLER://${REHEARSAL_HOST}:${ports.controller}`,
    'controller.listener.names': 'CONTROLLER',
    // A static quorum of one: the checkpoint must not raise kraft.version, which static quorums do not have.
    'controller.quorum.voters': `1@${REHEARSAL_HOST}:${ports.controller}`,
  }
  return [{ nodeId: 1, role: 'combined', properties: combined }]
}

/** A quorum of one server that still runs the code of an ensemble. */
const zookeeper = ({ zookeeper: client, peer, election }: RehearsalPorts): Record<string, string> => ({
  clientPortAddress: REHEARSAL_HOST,
  clientPort: String(client),
  tickTime: '2000',
  initLimit: '10',
  syncLimit: '5',
  'admin.enableServer': 'false',
  standaloneEnabled: 'false',
  'server.10001': `${REHEARSAL_HOST}:${peer}:${election}`,
})

/** Ports nobody holds now; the kernel does not hand them out again soon. */
export async function freePorts(): Promise<RehearsalPorts> {
  const servers = Array.from({ length: 6 }, () => createServer())
  const [client = 0, controller = 0, zookeeperPort = 0, peer = 0, election = 0, agent = 0] =
    await Promise.all(
      servers.map(
        (server) =>
          new Promise<number>((resolve, reject) => {
            server.once('error', reject)
            server.listen(0, REHEARSAL_HOST, () => {
              const address = server.address()
              resolve(address !== null && typeof address === 'object' ? address.port : 0)
            })
          }),
      ),
    )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return { client, controller, zookeeper: zookeeperPort, peer, election, agent }
}
