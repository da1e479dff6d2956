import { NOTHING_FOREIGN } from '@/lib/domain/plan/world'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import type { RunningEngine } from '../engine/run-engine'
import { loadCluster } from '../engine/stored/stored-cluster'
import { buildWorld, nameCluster } from '../engine/world'
import { listClusterOperations } from '../operation/list-cluster-operations'
import { database } from '../process'
import { engineOn, outcomeOf } from '../testing/fleet'
import { openTestHome, type TestHome } from '../testing/home'
import { createInput, testContext } from '../testing/requests'
import { settleCluster } from '../testing/settled-cluster'
import { createClusterV2 } from './create-cluster'
import { describeCluster } from './describe-cluster'
import { updateMonitoring } from './update-monitoring'

let home: TestHome<FakeRuntime>
let clusterArn: string

beforeEach(async () => {
  home = await openTestHome()
  clusterArn = (await createClusterV2({ ctx: testContext(), input: createInput('orders') })).clusterArn
})
afterEach(() => home.close())

const row = () => database().cluster.findUniqueOrThrow({ where: { arn: clusterArn } })
type Change = Omit<Parameters<typeof updateMonitoring>[0]['input'], 'clusterArn' | 'currentVersion'>
const update = async (change: Change, currentVersion?: string) =>
  updateMonitoring({
    ctx: testContext(),
    input: { clusterArn, currentVersion: currentVersion ?? (await row()).currentVersion, ...change },
  })
const described = async () =>
  (await describeCluster({ ctx: testContext(), input: { clusterArn } })).clusterInfo

test('the level changes without a restart, as an operation that MSK lists and that ends at once', async () => {
  let engine: RunningEngine | null = null
  try {
    engine = await engineOn(home)
    const { id, activeOperationId } = await row()
    expect(await outcomeOf(home.database, id, activeOperationId ?? '')).toBe('UPDATE_COMPLETE')
    const before = { cluster: await row(), boots: await database().nodeBoot.count() }
    const { clusterOperationArn } = await update({ enhancedMonitoring: 'PER_TOPIC_PER_BROKER' })
    const operation = await database().operation.findUniqueOrThrow({ where: { arn: clusterOperationArn } })
    expect(await outcomeOf(home.database, id, operation.id)).toBe('UPDATE_COMPLETE')
    expect(await described()).toMatchObject({ state: 'ACTIVE', enhancedMonitoring: 'PER_TOPIC_PER_BROKER' })
    expect((await row()).currentVersion).not.toBe(before.cluster.currentVersion)
    expect(await database().nodeBoot.count()).toBe(before.boots)
    const listed = await listClusterOperations({ ctx: testContext(), input: { clusterArn, maxResults: 10 } })
    expect(listed.clusterOperationInfoList).toMatchObject([
      {
        operationType: 'UPDATE_MONITORING',
        operationState: 'UPDATE_COMPLETE',
        sourceClusterInfo: { enhancedMonitoring: 'DEFAULT' },
        targetClusterInfo: { enhancedMonitoring: 'PER_TOPIC_PER_BROKER' },
      },
    ])
  } finally {
    await engine?.stop()
  }
}, 30_000)

const exporters = (on: boolean) => ({
  prometheus: { jmxExporter: { enabledInBroker: on }, nodeExporter: { enabledInBroker: on } },
})

test.each<[string, Change, RegExp]>([
  ['the level it has', { enhancedMonitoring: 'DEFAULT' }, /monitored at DEFAULT already/],
  ['nothing', {}, /changes nothing/],
  ['exporters as they are', { openMonitoring: exporters(false) }, /changes nothing/],
  [
    'logs',
    { loggingInfo: { brokerLogs: { s3: { enabled: true, bucket: 'b' } } } },
    /Delivering logs to Amazon S3/,
  ],
])('asking for %s is refused with a sentence', async (_, change, message) => {
  await settleCluster(clusterArn)
  await expect(update(change)).rejects.toMatchObject({ type: 'BadRequestException', message })
  expect((await row()).generation).toBe(1)
})

test('open monitoring is another start of every node, and the operation says from what to what', async () => {
  await settleCluster(clusterArn)
  await update({ openMonitoring: exporters(true) })
  const { id } = await row()
  const stored = await loadCluster(database(), id)
  if (!stored) throw new Error('The cluster is gone.')
  const seen = { unknown: 'not looked at' }
  const kafka = {
    quorum: seen,
    brokers: seen,
    partitions: seen,
    settings: seen,
    features: seen,
    throttles: seen,
    quotas: seen,
  }
  const { operation } = buildWorld(nameCluster(stored), {
    now: Date.now(),
    observed: {
      release: seen,
      processes: seen,
      volumes: seen,
      kafka,
      foreign: NOTHING_FOREIGN,
      canary: null,
    },
    evidenceSince: 0,
    bootsAllowed: 6,
  })
  expect(operation).toMatchObject({ kind: 'UPDATE', restarts: true, changesSettings: false })
  expect(await described()).toMatchObject({ openMonitoring: exporters(true) })
  const listed = await listClusterOperations({ ctx: testContext(), input: { clusterArn, maxResults: 10 } })
  expect(listed.clusterOperationInfoList).toMatchObject([
    {
      sourceClusterInfo: { openMonitoring: exporters(false) },
      targetClusterInfo: { openMonitoring: exporters(true) },
    },
  ])
})

test('an old version, a cluster that is still created, and two at once', async () => {
  const level = { enhancedMonitoring: 'PER_BROKER' } as const
  await expect(update(level)).rejects.toMatchObject({
    message: "You can't update monitoring of cluster in CREATING state.",
  })
  await settleCluster(clusterArn)
  await expect(update(level, 'K0')).rejects.toMatchObject({ invalidParameter: 'currentVersion' })
  const results = await Promise.allSettled([
    update({ ...level, openMonitoring: exporters(false) }),
    update({ ...level, openMonitoring: exporters(false) }),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
