import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import { putMetricAlarmInput } from '@/lib/contract/cloudwatch/alarms'
import { systemClock } from '../clock'
import type { MetricStore } from '../metrics/store/metric-store'
import { metricStore, setMetricStore } from '../process'
import { openTestMetricStore } from '../testing/metric-store'
import { openTestHome, type TestHome } from '../testing/home'
import { plantReadings } from '../testing/planted-readings'
import { testContext } from '../testing/requests'
import { alarmEvaluation } from './evaluate-alarms'
import { putMetricAlarm } from './put-metric-alarm'

let home: TestHome<FakeRuntime>
let metrics: MetricStore

const MINUTE_MS = 60_000
/** A whole minute that is over. */
const END = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS

beforeEach(async () => {
  home = await openTestHome()
  metrics = openTestMetricStore(home.path)
})
afterEach(async () => {
  await metrics.close()
  await home.close()
})

/** Some seconds after a minute ended: its last readings are there. */
const after = (minutes: number) => ({
  database: home.database,
  clock: { ...systemClock, now: () => END + minutes * MINUTE_MS + 20_000 },
})

const put = (change: Record<string, unknown> = {}) =>
  putMetricAlarm({
    ctx: testContext(),
    input: putMetricAlarmInput.parse({
      AlarmName: 'offline',
      Namespace: 'AWS/Kafka',
      MetricName: 'OfflinePartitionsCount',
      Dimensions: [{ Name: 'Cluster Name', Value: 'orders' }],
      Statistic: 'Maximum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      ...change,
    }),
  })

const plant = (minute: number, value: number, metric = 'OfflinePartitionsCount') =>
  plantReadings({ metric, 'Cluster Name': 'orders' }, END + minute * MINUTE_MS, Array(6).fill(value))

const states = async () =>
  Object.fromEntries((await home.database.alarm.findMany()).map(({ name, state }) => [name, state]))

test('an alarm follows its metric, and tells why', async () => {
  await put()
  const evaluate = alarmEvaluation()
  await evaluate(after(0))
  expect(await states()).toEqual({ offline: 'INSUFFICIENT_DATA' })
  plant(1, 3)
  await evaluate(after(1))
  expect(await states()).toEqual({ offline: 'ALARM' })
  plant(2, 0)
  await evaluate(after(2))
  expect(await states()).toEqual({ offline: 'OK' })
  await evaluate(after(5))
  expect(await states()).toEqual({ offline: 'INSUFFICIENT_DATA' })
  const history = await home.database.alarmHistory.findMany({ where: { type: 'StateUpdate' } })
  expect(history.map(({ summary }) => summary)).toEqual([
    'Alarm updated from INSUFFICIENT_DATA to ALARM',
    'Alarm updated from ALARM to OK',
    'Alarm updated from OK to INSUFFICIENT_DATA',
  ])
  expect(JSON.parse(history[0]?.data ?? '')).toMatchObject({
    newState: {
      stateReason: expect.stringMatching(/^Threshold Crossed: 1 out of the last 1 datapoints \[3\.0 \(/),
      stateReasonData: { threshold: 0, period: 60, statistic: 'Maximum', recentDatapoints: [3] },
    },
  })
})

test('mathematics over metrics is evaluated like a metric', async () => {
  const query = (Id: string, MetricName: string) => ({
    Id,
    ReturnData: false,
    MetricStat: {
      Metric: { Namespace: 'AWS/Kafka', MetricName, Dimensions: [{ Name: 'Cluster Name', Value: 'orders' }] },
      Period: 60,
      Stat: 'Average',
    },
  })
  const only = { Namespace: undefined, MetricName: undefined, Dimensions: undefined }
  const Metrics = [
    query('user', 'CpuUser'),
    query('system', 'CpuSystem'),
    { Id: 'busy', Expression: 'user + system' },
  ]
  await put({ ...only, Statistic: undefined, Period: undefined, Threshold: 60, Metrics })
  plant(0, 50, 'CpuUser')
  plant(0, 11, 'CpuSystem')
  await alarmEvaluation()(after(0))
  expect(await states()).toEqual({ offline: 'ALARM' })
})

test('one that fails or never comes back does not keep the others, and is evaluated again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    for (const AlarmName of ['good', 'hangs', 'fails']) {
      await put({ AlarmName, MetricName: AlarmName })
      plant(0, 1, AlarmName)
    }
    const store = metricStore()
    let isBroken = true
    setMetricStore({
      put: (readings) => store.put(readings),
      list: (filter) => store.list(filter),
      health: () => store.health(),
      close: () => store.close(),
      read: async (queries) => {
        const metric = queries[0]?.series.metric
        if (isBroken && metric === 'fails') throw new Error('sentinel')
        if (isBroken && metric === 'hangs') return new Promise(() => undefined)
        return store.read(queries)
      },
    })
    const evaluate = alarmEvaluation()
    const round = evaluate(after(0))
    // In the clock's own time, which stands still but for these looks: less than what gives up a read that hangs.
    const looks = { interval: 1, timeout: 2_900 }
    await vi.waitFor(async () => expect(await states()).toMatchObject({ good: 'ALARM' }), looks)
    await vi.advanceTimersByTimeAsync(3_000)
    await round
    expect(await states()).toEqual({ good: 'ALARM', hangs: 'INSUFFICIENT_DATA', fails: 'INSUFFICIENT_DATA' })
    isBroken = false
    await evaluate(after(0))
    expect(await states()).toEqual({ good: 'ALARM', hangs: 'ALARM', fails: 'ALARM' })
  } finally {
    vi.useRealTimers()
  }
})

test('a period is evaluated once it is over, and once', async () => {
  await put()
  plant(1, 1)
  const read = vi.spyOn(metricStore(), 'read')
  const evaluate = alarmEvaluation()
  await evaluate(after(0))
  await evaluate(after(0))
  expect(read).toHaveBeenCalledTimes(1)
  expect(await states()).toEqual({ offline: 'INSUFFICIENT_DATA' })
  await evaluate({ ...after(1), clock: { ...systemClock, now: () => END + MINUTE_MS + 14_000 } })
  expect(await states()).toEqual({ offline: 'INSUFFICIENT_DATA' })
  await evaluate(after(1))
  expect(await states()).toEqual({ offline: 'ALARM' })
})
