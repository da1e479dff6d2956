import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { database, onWake } from '../process'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { settleCluster } from '../testing/settled-cluster'
import { acceptLoss } from './accept-loss'
import { createClusterV2 } from './create-cluster'

let home: TestHome<FakeRuntime>
let clusterId: string
const ctx = testContext()

beforeEach(async () => {
  home = await openTestHome()
  const { clusterArn } = await createClusterV2({ ctx, input: createInput('orders') })
  clusterId = (await settleCluster(clusterArn)).id
})
afterEach(() => home.close())

const accept = (nodeId: number, clusterName = 'orders') =>
  acceptLoss({ ctx, input: { clusterId, nodeId, clusterName } })
const formatted = async (nodeId: number) =>
  (await database().node.findUniqueOrThrow({ where: { clusterId_nodeId: { clusterId, nodeId } } })).formatted

/** What the engine stores when it saw that broker 2 lost the last copy of a partition. */
async function loseLastCopy(partition: string | null): Promise<void> {
  const nodes = [{ id: 2 }, { id: 3 }]
  for (const { id: nodeId } of nodes)
    await database().node.update({
      where: { clusterId_nodeId: { clusterId, nodeId } },
      data: { formatted: true },
    })
  const { view } = await database().clusterStatus.findUniqueOrThrow({ where: { clusterId } })
  const seen = JSON.parse(view)
  seen.health.waitingFor = { is: 'directoryLost', node: 2, partition }
  await database().clusterStatus.update({ where: { clusterId }, data: { view: JSON.stringify(seen) } })
}

test('the broker that waits for it begins anew, whoever typed the name, and that is written down', async () => {
  await loseLastCopy('orders-0')
  const woken: string[] = []
  onWake((id) => woken.push(id))
  await accept(2)
  expect([await formatted(2), await formatted(3)]).toEqual([false, true])
  expect(woken).toEqual([clusterId])
  const [written] = await database().audit.findMany({ where: { verb: 'AcceptLoss' } })
  expect(written?.detail).toContain('"partition":"orders-0"')
})

test.each<[string, string | null, number, string, RegExp]>([
  ['another name was typed', 'orders-0', 2, 'order', /Type the name of the cluster, orders/],
  ['another broker is meant', 'orders-0', 3, 'orders', /Broker 3 does not wait for anybody to decide/],
  ['the controllers forgot everything', null, 2, 'orders', /does not wait for anybody/],
  ['there is no such broker', 'orders-0', 9, 'orders', /has no node 9/],
])('nothing is given up where %s', async (_, partition, nodeId, name, why) => {
  await loseLastCopy(partition)
  await expect(accept(nodeId, name)).rejects.toThrow(why)
  expect(await formatted(2)).toBe(true)
})
