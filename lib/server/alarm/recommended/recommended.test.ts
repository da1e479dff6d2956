import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { alarmDefinitionSchema } from '@/lib/contract/cloudwatch/alarms'
import { recommendedAlarms } from '@/lib/domain/alarm/recommended'
import { createClusterV2 } from '../../cluster/create-cluster'
import { deleteCluster } from '../../cluster/delete-cluster'
import type { MetricStore } from '../../metrics/store/metric-store'
import { openTestMetricStore } from '../../testing/metric-store'
import { openTestHome, type TestHome } from '../../testing/home'
import { plantReadings } from '../../testing/planted-readings'
import { createInput, testContext } from '../../testing/requests'
import { checkAlarm } from '../check-alarm'
import { putMetricAlarm } from '../put-metric-alarm'
import { definitionOf } from '../stored-alarm'
import { putWebhook } from '../webhook/webhooks'
import { listRecommendedAlarms } from './list-recommended-alarms'
import { putRecommendedAlarms } from './put-recommended-alarms'

let home: TestHome<FakeRuntime>
let metrics: MetricStore
beforeEach(async () => {
  home = await openTestHome()
  metrics = openTestMetricStore(home.path)
})
afterEach(async () => {
  await metrics.close()
  await home.close()
})

const ctx = testContext()
const create = async (tags: Record<string, string> = {}) => {
  const { clusterArn } = await createClusterV2({ ctx, input: createInput('orders', { tags }) })
  const { id } = await home.database.cluster.findUniqueOrThrow({ where: { arn: clusterArn } })
  return { id, clusterArn }
}
const names = async () =>
  (await home.database.alarm.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)

test('each is an alarm that PutMetricAlarm would take', () => {
  const all = recommendedAlarms({
    clusterName: 'orders',
    brokerIds: [1, 2],
    level: 'PER_TOPIC_PER_PARTITION',
  })
  expect(all.length).toBe(2 + 2 * 7)
  for (const { definition } of all) checkAlarm(alarmDefinitionSchema.parse(definition))
})

test('a cluster made through the API has none; one that asks for them comes with them', async () => {
  await create()
  expect(await names()).toEqual([])
  await createClusterV2({ ctx, input: createInput('payments', { tags: { 'mosaik:alarms': 'recommended' } }) })
  expect(await names()).toEqual([
    'payments-active-controller',
    ...['cpu', 'disk', 'heap'].flatMap((key) => [1, 2, 3].map((id) => `payments-${key}-broker-${id}`)),
    'payments-offline-partitions',
    ...['under-min-isr', 'under-replicated'].flatMap((key) =>
      [1, 2, 3].map((id) => `payments-${key}-broker-${id}`),
    ),
  ])
})

test('the tag takes no other word', async () => {
  await expect(create({ 'mosaik:alarms': 'all' })).rejects.toThrow(
    'The tag mosaik:alarms takes none or recommended, not "all".',
  )
})

test('they go with the cluster, and what a caller put stays', async () => {
  const { clusterArn } = await create({ 'mosaik:alarms': 'recommended' })
  const own = recommendedAlarms({ clusterName: 'orders', brokerIds: [], level: 'DEFAULT' })[0]?.definition
  await putMetricAlarm({
    ctx,
    input: { ...alarmDefinitionSchema.parse(own), AlarmName: 'mine', ActionsEnabled: true },
  })
  await deleteCluster({ ctx, input: { clusterArn } })
  expect(await names()).toEqual(['mine'])
})

test('they are offered to a cluster without them: all, some, and lag with a bound of one’s own', async () => {
  const { id: clusterId } = await create()
  const lag = { 'Cluster Name': 'orders', 'Consumer Group': 'billing', Topic: 'invoices' }
  plantReadings({ metric: 'MaxOffsetLag', ...lag }, Date.now(), [7])
  const offered = await listRecommendedAlarms({ ctx, input: { clusterId } })
  expect(offered.alarms).toHaveLength(17)
  expect(offered.alarms.every(({ exists }) => !exists)).toBe(true)
  expect(offered.lags).toEqual([
    { group: 'billing', topic: 'invoices', name: 'orders-lag-billing-invoices', exists: false },
  ])
  await putWebhook({ ctx, input: { name: 'pager', url: 'http://127.0.0.1:9/' } })
  const put = (input: { names?: string[]; lags?: { group: string; topic: string; offsets: number }[] }) =>
    putRecommendedAlarms({ ctx, input: { clusterId, lags: [], webhooks: ['pager'], ...input } })
  expect(
    await put({
      names: ['orders-offline-partitions'],
      lags: [{ group: 'billing', topic: 'invoices', offsets: 1_000 }],
    }),
  ).toEqual({ put: ['orders-offline-partitions', 'orders-lag-billing-invoices'] })
  const stored = await home.database.alarm.findUniqueOrThrow({
    where: { region_name: { region: 'us-east-1', name: 'orders-lag-billing-invoices' } },
  })
  expect(stored.clusterId).toBe(clusterId)
  expect(definitionOf(stored)).toMatchObject({
    Threshold: 1_000,
    AlarmActions: ['arn:aws:mosaik::000000000000:webhook/pager'],
    OKActions: ['arn:aws:mosaik::000000000000:webhook/pager'],
  })
  expect((await put({})).put).toHaveLength(16)
  expect((await put({})).put).toEqual([])
  const after = await listRecommendedAlarms({ ctx, input: { clusterId } })
  expect([...after.alarms, ...after.lags].every(({ exists }) => exists)).toBe(true)
  await expect(put({ names: ['mine'] })).rejects.toThrow(
    '"mine" is not among the alarms recommended for orders.',
  )
})
