import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createClusterV2 } from '../cluster/create-cluster'
import { deleteCluster } from '../cluster/delete-cluster'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { listOperations } from './list-operations'

let home: TestHome<FakeRuntime>

beforeEach(async () => {
  home = await openTestHome()
})
afterEach(() => home.close())

test('each operation says who asked for it, also when two ask at the same moment', async () => {
  const made = testContext({ actor: 'AKIAMAKER' })
  const { clusterArn } = await createClusterV2({ ctx: made, input: createInput('orders') })
  await deleteCluster({ ctx: testContext({ actor: 'console' }), input: { clusterArn } })
  const { operations } = await listOperations({ ctx: testContext(), input: { region: 'us-east-1' } })
  expect(Object.fromEntries(operations.map(({ kind, actor }) => [kind, actor]))).toEqual({
    CREATE: 'AKIAMAKER',
    DELETE: 'console',
  })
})
