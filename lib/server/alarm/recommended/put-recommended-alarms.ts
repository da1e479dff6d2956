import type { recommendedAlarmEndpoints } from '@/lib/contract/console/recommended-alarms'
import { lagAlarm } from '@/lib/domain/alarm/recommended'
import { audited } from '../../audit'
import { systemClock } from '../../clock'
import { badRequest } from '../../http/api-error'
import type { Verb } from '../../http/context'
import { database, events } from '../../process'
import { webhookArn } from '../webhook/webhook-arn'
import { alarmsOf } from './recommended-of'
import { alarmNames, storeRecommended } from './store-recommended'

export const putRecommendedAlarms: Verb<typeof recommendedAlarmEndpoints.putRecommendedAlarms> = async ({
  ctx,
  input: { clusterId, names, lags, webhooks },
}) => {
  const { cluster, alarms } = await alarmsOf(clusterId)
  const stranger = names?.find((name) => !alarms.some((alarm) => alarm.name === name))
  if (stranger !== undefined)
    throw badRequest(`"${stranger}" is not among the alarms recommended for ${cluster.name}.`, 'names')
  await refuseUnknownWebhooks(webhooks)
  const there = await alarmNames(cluster.region)
  const actions = webhooks.map(webhookArn)
  const wanted = [
    ...alarms.filter(({ name }) => names?.includes(name) ?? true),
    ...lags.map((lag) => lagAlarm(cluster.name, lag)),
  ]
  const put = wanted
    .filter(({ name }) => !there.has(name))
    .map((alarm) => ({
      ...alarm,
      definition: { ...alarm.definition, AlarmActions: actions, OKActions: actions },
    }))
  if (put.length > 0) {
    await database().$transaction([
      ...storeRecommended(cluster, put, new Date(systemClock.now())),
      audited(ctx, 'PutRecommendedAlarms', cluster.arn, { names: put.map(({ name }) => name) }),
    ])
    events().publish('alarms')
  }
  return { put: put.map(({ name }) => name) }
}

async function refuseUnknownWebhooks(webhooks: readonly string[]): Promise<void> {
  const known = await database().webhook.findMany({ where: { name: { in: [...webhooks] } } })
  const unknown = webhooks.find((name) => !known.some((webhook) => webhook.name === name))
  if (unknown !== undefined) throw badRequest(`There is no webhook ${unknown}.`, 'webhooks')
}
