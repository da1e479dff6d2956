import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { createConfiguration } from '../configuration/create-configuration'
import { database } from '../process'
import { engineOn, outcomeOf } from '../testing/fleet'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { getCompatibleKafkaVersions } from '../version/get-compatible-kafka-versions'
import { createClusterV2 } from './create-cluster'
import { describeCluster } from './describe-cluster'
import { updateClusterKafkaVersion } from './update-cluster-kafka-version'

let home: TestHome<FakeRuntime>
let clusterArn = ''
const ctx = testContext()

beforeEach(async () => {
  home = await openTestHome()
  const input = createInput('orders', { kafkaVersion: '3.9.x.kraft' })
  clusterArn = (await createClusterV2({ ctx, input })).clusterArn
})
afterEach(() => home.close())

const described = async () => (await describeCluster({ ctx, input: { clusterArn } })).clusterInfo
const upgrade = async (
  targetKafkaVersion: string,
  more: { currentVersion?: string; configurationInfo?: { arn: string; revision: number } } = {},
) => {
  const { currentVersion } = await described()
  const input = { clusterArn, currentVersion, targetKafkaVersion, ...more }
  return (await updateClusterKafkaVersion({ ctx, input })).clusterOperationArn
}

test('what cannot be is refused before anything happens', async () => {
  const engine = await engineOn(home)
  try {
    const { id, activeOperationId } = await database().cluster.findFirstOrThrow()
    await expect(upgrade('4.3.1')).rejects.toThrow(
      "You can't update Kafka version of cluster in CREATING state.",
    )
    await outcomeOf(home.database, id, activeOperationId ?? '')
    for (const [target, message] of [
      ['3.8.1', /no way back to 3\.8\.1/],
      ['3.9.2', /runs Kafka 3\.9\.2 already/],
      ['5.0.0', /Unsupported KafkaVersion/],
    ] as const) {
      await expect(upgrade(target)).rejects.toMatchObject({
        message: expect.stringMatching(message),
        invalidParameter: 'targetKafkaVersion',
      })
    }
    await expect(upgrade('4.3.1', { currentVersion: 'KSTALE' })).rejects.toThrow('isn’t current')
    const serverProperties = Buffer.from('log.segment.bytes=1000000').toString('base64')
    const small = { name: 'small', serverProperties, kafkaVersions: ['3.9.2'] }
    const { arn } = await createConfiguration({ ctx, input: small })
    await expect(upgrade('4.3.1', { configurationInfo: { arn, revision: 1 } })).rejects.toMatchObject({
      invalidParameter: 'configurationInfo',
      message: expect.stringContaining('does not fit Kafka 4.3.1'),
    })
    expect(await database().operation.count()).toBe(1)
  } finally {
    await engine.stop()
  }
}, 30_000)

test('the versions that one can come to', async () => {
  const { compatibleKafkaVersions } = await getCompatibleKafkaVersions({ ctx, input: { clusterArn } })
  expect(compatibleKafkaVersions).toMatchObject([
    { sourceVersion: '3.9.x.kraft', targetVersions: expect.arrayContaining(['4.3.1', '4.0.x.kraft']) },
  ])
})
