import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { isKnown } from '@/lib/domain/plan/world'
import { listClusterOperations } from '../operation/list-cluster-operations'
import { database } from '../process'
import { engineOn, outcomeOf } from '../testing/fleet'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { createClusterV2 } from './create-cluster'
import { describeCluster } from './describe-cluster'
import { rebootBroker } from './reboot-broker'

let home: TestHome<FakeRuntime>
let clusterArn = ''
const ctx = testContext()

beforeEach(async () => {
  home = await openTestHome()
  clusterArn = (await createClusterV2({ ctx, input: createInput('orders') })).clusterArn
})
afterEach(() => home.close())

test('one broker restarts, and only that one; the version stays', async () => {
  await expect(rebootBroker({ ctx, input: { clusterArn, brokerIds: ['2'] } })).rejects.toMatchObject({
    message: "You can't reboot brokers of cluster in CREATING state.",
  })
  const engine = await engineOn(home)
  try {
    const { id, name, activeOperationId } = await database().cluster.findFirstOrThrow()
    await outcomeOf(home.database, id, activeOperationId ?? '')
    const boots = async () => {
      const { processes } = await home.runtime.observe({ id, arn: clusterArn, name })
      return isKnown(processes)
        ? Object.fromEntries(Object.entries(processes.value).map(([node, { boot }]) => [node, boot]))
        : {}
    }
    const described = async () => (await describeCluster({ ctx, input: { clusterArn } })).clusterInfo
    const before = { boots: await boots(), version: (await described()).currentVersion }
    const { clusterOperationArn } = await rebootBroker({ ctx, input: { clusterArn, brokerIds: ['2'] } })
    expect(await described()).toMatchObject({ state: 'REBOOTING_BROKER' })
    const operationId = clusterOperationArn.split('/').at(-1) ?? ''
    expect(await outcomeOf(home.database, id, operationId)).toBe('REBOOT_COMPLETE')
    const after = await boots()
    expect(Object.keys(after).filter((node) => after[node] !== before.boots[node])).toEqual(['2'])
    expect(await described()).toMatchObject({ state: 'ACTIVE', currentVersion: before.version })
    const listed = await listClusterOperations({ ctx, input: { clusterArn, maxResults: 10 } })
    expect(listed.clusterOperationInfoList).toMatchObject([
      { operationType: 'REBOOT_NODE', sourceClusterInfo: {}, targetClusterInfo: {} },
    ])
    for (const [brokerIds, message] of [
      [['1', '2'], /One broker is rebooted at a time/],
      [[], /Name one broker ID/],
      [['4'], /brokers of this cluster are 1 to 3/],
      [['one'], /There is no broker one/],
    ] as const) {
      await expect(
        rebootBroker({ ctx, input: { clusterArn, brokerIds: [...brokerIds] } }),
      ).rejects.toMatchObject({ message: expect.stringMatching(message) })
    }
  } finally {
    await engine.stop()
  }
}, 30_000)
