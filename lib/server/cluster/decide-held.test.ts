import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { database, onWake } from '../process'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { settleCluster } from '../testing/settled-cluster'
import { createClusterV2 } from './create-cluster'
import { decideHeld } from './decide-held'

let home: TestHome<FakeRuntime>
let clusterId: string
const ctx = testContext()

beforeEach(async () => {
  home = await openTestHome()
  const { clusterArn } = await createClusterV2({ ctx, input: createInput('orders') })
  clusterId = (await settleCluster(clusterArn)).id
})
afterEach(() => home.close())

const hold = () =>
  database().cluster.update({ where: { id: clusterId }, data: { heldBecause: 'restoredCopy' } })
const decide = (decision: 'adopt' | 'discard', clusterName = 'orders') =>
  decideHeld({ ctx, input: { clusterId, decision, clusterName } })

test('adopted, it is driven again, and who said so is written down', async () => {
  await hold()
  const woken: string[] = []
  onWake((id) => woken.push(id))
  await decide('adopt')
  expect(woken).toEqual([clusterId])
  expect(await database().cluster.findMany()).toMatchObject([{ heldBecause: null }])
  expect(await database().audit.findMany({ where: { verb: 'AdoptCluster' } })).toHaveLength(1)
})

test('discarded, the database forgets it, and its name is free', async () => {
  await hold()
  await decide('discard')
  expect([await database().cluster.count(), await database().node.count()]).toEqual([0, 0])
  await createClusterV2({ ctx, input: createInput('orders') })
})

test('nothing is decided twice, by a slip, or where nobody asks', async () => {
  await expect(decide('discard')).rejects.toThrow(/waits for nobody/)
  await hold()
  await expect(decide('discard', 'order')).rejects.toThrow(/Type the name of the cluster, orders/)
  await decide('adopt')
  await expect(decide('adopt')).rejects.toThrow(/waits for nobody/)
})
