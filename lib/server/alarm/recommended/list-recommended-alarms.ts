import type { recommendedAlarmEndpoints } from '@/lib/contract/console/recommended-alarms'
import { lagAlarm } from '@/lib/domain/alarm/recommended'
import type { Verb } from '../../http/context'
import { metricStore } from '../../process'
import { alarmsOf } from './recommended-of'
import { alarmNames } from './store-recommended'

const LAST_DAY_MS = 24 * 3_600_000

export const listRecommendedAlarms: Verb<typeof recommendedAlarmEndpoints.listRecommendedAlarms> = async ({
  input,
}) => {
  const { cluster, alarms } = await alarmsOf(input.clusterId)
  const [there, lags] = await Promise.all([
    alarmNames(cluster.region),
    metricStore().list({
      region: cluster.region,
      metric: 'MaxOffsetLag',
      dimensions: { 'Cluster Name': cluster.name },
      recentlyActiveMs: LAST_DAY_MS,
    }),
  ])
  return {
    alarms: alarms.map(({ key, name, brokerId }) => ({ key, name, brokerId, exists: there.has(name) })),
    lags: lags.flatMap(({ dimensions: { 'Consumer Group': group, Topic: topic } }) => {
      if (group === undefined || topic === undefined) return []
      const { name } = lagAlarm(cluster.name, { group, topic, offsets: 0 })
      return [{ group, topic, name, exists: there.has(name) }]
    }),
  }
}
