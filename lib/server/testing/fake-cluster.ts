import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createClusterV2 } from '../cluster/create-cluster'
import type { RunningEngine } from '../engine/run-engine'
import { database } from '../process'
import { engineOn, outcomeOf } from './fleet'
import { openTestHome, type TestHome } from './home'
import { createInput, testContext } from './requests'

export type FakeCluster = {
  home: TestHome<FakeRuntime>
  engine: RunningEngine
  clusterArn: string
  id: string
}

/** A home of its own with one cluster on fake brokers, created and at rest, and the engine that keeps it. */
export async function startFakeCluster(input = createInput('orders')): Promise<FakeCluster> {
  const home = await openTestHome()
  const { clusterArn } = await createClusterV2({ ctx: testContext(), input })
  const engine = await engineOn(home)
  const { id, activeOperationId } = await database().cluster.findFirstOrThrow()
  await outcomeOf(home.database, id, activeOperationId ?? '')
  return { home, engine, clusterArn, id }
}
