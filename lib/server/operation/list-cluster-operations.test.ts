import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createClusterV2 } from '../cluster/create-cluster'
import { database } from '../process'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { listClusterOperations } from './list-cluster-operations'

let home: TestHome<FakeRuntime>
let clusterArn: string

beforeEach(async () => {
  home = await openTestHome()
  clusterArn = (await createClusterV2({ ctx: testContext(), input: createInput('orders') })).clusterArn
})
afterEach(() => home.close())

/** Several in one millisecond: the order must not depend on the clock alone. */
const plant = (id: string, atMs: number) =>
  database().operation.create({
    data: {
      id,
      arn: `${clusterArn}/${id}`,
      clusterId: 'x',
      clusterArn,
      clusterName: 'orders',
      region: 'us-east-1',
      kind: 'REBOOT',
      mskType: 'REBOOT_NODE',
      state: 'REBOOT_COMPLETE',
      targetGeneration: 1,
      createdAt: new Date(atMs),
    },
  })

async function page(nextToken?: string) {
  const input = { clusterArn, maxResults: 2, ...(nextToken ? { nextToken } : {}) }
  const reply = await listClusterOperations({ ctx: testContext(), input })
  return { ids: reply.clusterOperationInfoList.map((one) => one.clientRequestId), token: reply.nextToken }
}

test('creation is not listed; the rest is, newest first, and paging survives what happens in between', async () => {
  for (const [id, atMs] of [
    ['a', 1000],
    ['b', 2000],
    ['c', 2000],
    ['d', 2000],
    ['e', 3000],
  ] as const)
    await plant(id, atMs)
  const first = await page()
  expect(first.ids).toEqual(['e', 'd'])
  await plant('f', 4000)
  await database().operation.delete({ where: { id: 'd' } })
  const second = await page(first.token)
  expect(second.ids).toEqual(['c', 'b'])
  const third = await page(second.token)
  expect(third).toEqual({ ids: ['a'], token: undefined })
})
