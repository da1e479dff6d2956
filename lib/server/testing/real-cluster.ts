import { createLocalRuntime } from '@/lib/broker-runtime/local/local-runtime'
import { nodeDirectory, type NodeDirectory } from '@/lib/broker-runtime/local/node/node-directory'
import { localSettings, type LocalSettings } from '@/lib/broker-runtime/local/settings'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import type { Finding } from '@/lib/domain/finding'
import type { NodeId } from '@/lib/domain/plan/world'
import type { RunningEngine } from '../engine/run-engine'
import { readClusterStatus, type ClusterStatusRead } from '../status/read-cluster-status'
import { engineOn, outcomeOf } from './fleet'
import { openTestHome, quickRuntime, type TestHome } from './home'
import { plantCluster, type PlantedCluster } from './planted-cluster'

/** Three controllers and three brokers of real Kafka, or what else is asked for, under an engine, for stories of what goes wrong with them. */
export type RealCluster = {
  home: TestHome<BrokerRuntime>
  settings: LocalSettings
  runtime: BrokerRuntime
  planted: PlantedCluster
  status(): Promise<ClusterStatusRead | null>
  findings(): Promise<readonly Finding[]>
  /** Process of each node that has one. */
  pids(): Promise<Readonly<Record<NodeId, number>>>
  folder(node: NodeId): NodeDirectory
  /** As when Mosaik is killed and started again, with whatever happened in between. */
  whileDown(happens: () => Promise<void>): Promise<void>
  end(): Promise<void>
}

export async function realCluster(
  network: string,
  specification: Partial<ClusterSpecification> = {},
): Promise<RealCluster> {
  const home = await openTestHome<BrokerRuntime>(quickRuntime())
  const settings = localSettings(home.path, process.env)
  const runtime = createLocalRuntime(settings)
  let engine: RunningEngine = await engineOn({ ...home, database: home.database, runtime })
  const planted = await plantCluster(home.database, { network, specification })
  const outcome = await outcomeOf(home.database, planted.id, planted.operationId)
  if (outcome !== 'UPDATE_COMPLETE') throw new Error(`The cluster was not created: ${outcome}`)
  const status = () => readClusterStatus(home.database, planted.id, Date.now())
  return {
    home,
    settings,
    runtime,
    planted,
    status,
    findings: async () => (await status())?.view?.findings ?? [],
    pids: async () => {
      const { memory } = await runtime.observe(planted)
      return Object.fromEntries(Object.entries(memory).map(([node, { pid }]) => [node, pid]))
    },
    folder: (node) => nodeDirectory(home.path, planted.id, node),
    whileDown: async (happens) => {
      await engine.stop()
      await happens()
      engine = await engineOn({ ...home, database: home.database, runtime })
    },
    end: async () => {
      await engine.stop()
      await runtime.destroyCluster(planted, engine.epoch)
      await home.close()
    },
  }
}
