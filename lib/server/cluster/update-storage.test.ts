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
import { updateBrokerStorage, updateStorage } from './update-storage'

let home: TestHome<FakeRuntime>
let clusterArn = ''
const ctx = testContext()

beforeEach(async () => {
  home = await openTestHome()
  const group = { storageInfo: { ebsStorageInfo: { volumeSize: 10 } } }
  clusterArn = (await createClusterV2({ ctx, input: createInput('orders', { group }) })).clusterArn
})
afterEach(() => home.close())

const described = async () => (await describeCluster({ ctx, input: { clusterArn } })).clusterInfo

test('volumes of all brokers grow at once, and no process restarts', async () => {
  const engine = await engineOn(home)
  try {
    const { id, name, activeOperationId } = await database().cluster.findFirstOrThrow()
    await outcomeOf(home.database, id, activeOperationId ?? '')
    const boots = async () => {
      const { processes } = await home.runtime.observe({ id, arn: clusterArn, name })
      return isKnown(processes) ? Object.values(processes.value).map(({ boot }) => boot) : []
    }
    const before = { boots: await boots(), ...(await described()) }
    const { currentVersion } = before
    const volumes = (volumeSizeGB: number, kafkaBrokerNodeId = 'All') => ({
      clusterArn,
      currentVersion,
      targetBrokerEBSVolumeInfo: [{ kafkaBrokerNodeId, volumeSizeGB }],
    })
    for (const [input, message] of [
      [volumes(5), /only grow/],
      [volumes(10), /does not include any updates/],
      [volumes(20, '1'), /one size/],
      [{ ...volumes(20), targetBrokerEBSVolumeInfo: [] }, /one size/],
      [volumes(20_000), /between 1 and 16384/],
    ] as const) {
      await expect(
        updateBrokerStorage({
          ctx,
          input: { ...input, targetBrokerEBSVolumeInfo: [...input.targetBrokerEBSVolumeInfo] },
        }),
      ).rejects.toThrow(message)
    }
    const { clusterOperationArn } = await updateBrokerStorage({ ctx, input: volumes(20) })
    const operationId = clusterOperationArn.split('/').at(-1) ?? ''
    expect(await outcomeOf(home.database, id, operationId)).toBe('UPDATE_COMPLETE')
    expect(await boots()).toEqual(before.boots)
    const after = await described()
    expect(after).toMatchObject({
      state: 'ACTIVE',
      brokerNodeGroupInfo: { storageInfo: { ebsStorageInfo: { volumeSize: 20 } } },
    })
    expect(after.currentVersion).not.toBe(currentVersion)
    const listed = await listClusterOperations({ ctx, input: { clusterArn, maxResults: 10 } })
    expect(listed.clusterOperationInfoList).toMatchObject([
      {
        operationType: 'UPDATE_BROKER_STORAGE',
        sourceClusterInfo: { brokerEBSVolumeInfo: [{ kafkaBrokerNodeId: 'All', volumeSizeGB: 10 }] },
        targetClusterInfo: { brokerEBSVolumeInfo: [{ kafkaBrokerNodeId: 'All', volumeSizeGB: 20 }] },
      },
    ])
    const ofCluster = { clusterArn, currentVersion: after.currentVersion }
    await expect(updateStorage({ ctx, input: { ...ofCluster, storageMode: 'TIERED' } })).rejects.toThrow(
      'Tiered storage is not built',
    )
    await expect(
      updateStorage({ ctx, input: { ...ofCluster, provisionedThroughput: { enabled: true } } }),
    ).rejects.toThrow('Provisioned throughput is not built')
    await expect(updateStorage({ ctx, input: ofCluster })).rejects.toThrow('does not include any updates')
    const grown = await updateStorage({
      ctx,
      input: { ...ofCluster, storageMode: 'LOCAL', volumeSizeGB: 30 },
    })
    expect(await outcomeOf(home.database, id, grown.clusterOperationArn.split('/').at(-1) ?? '')).toBe(
      'UPDATE_COMPLETE',
    )
  } finally {
    await engine.stop()
  }
}, 30_000)
