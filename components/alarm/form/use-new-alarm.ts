import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { firstValues, metricsOf, newAlarms } from '@/lib/browser/alarm/form'
import { targetsOf } from '@/lib/browser/alarm/targets'
import { putAlarms } from '@/lib/browser/mutations/alarms'
import { alarmsQuery } from '@/lib/browser/queries/alarms'
import { seriesOfQuery } from '@/lib/browser/queries/metric-series'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { suggestCondition } from '@/lib/domain/alarm/suggest'
import { servesClients } from '@/lib/domain/node'
import { alarmFormSchema } from './alarm-schema'
import { usePreview } from './use-preview'
import { statisticFor } from './watched-fields'

export type AlarmBegin = {
  /** Metrics added up have ` + ` between them. */
  metric: string
  /** The value of a target; null: the first there is. */
  of: string | null
  /** Left out: the one that says most about the metric. */
  statistic?: string
}

/** The form of a new alarm with what it would do, and its making. */
export function useNewAlarm(cluster: ClusterSummary, begin: AlarmBegin, onDone: () => void) {
  const t = useTranslations('alarms.form')
  const { id: clusterId, name: clusterName, region } = cluster
  const brokerIds = cluster.nodes.flatMap(({ role, nodeId }) => (servesClients(role) ? [nodeId] : []))
  const targetsFor = (metric: string, series: Parameters<typeof targetsOf>[1]['series'] = []) =>
    targetsOf(metricsOf(metric)[0] ?? '', { clusterName, brokerIds, series })
  const possible = targetsFor(begin.metric)
  const form = useForm({
    resolver: zodResolver(alarmFormSchema(t)),
    defaultValues: firstValues({
      metric: begin.metric,
      of: begin.of ?? possible[0]?.value ?? '',
      statistic: begin.statistic ?? statisticFor(begin.metric),
      suggested: suggestCondition(metricsOf(begin.metric), []),
    }),
    mode: 'onTouched',
  })
  const { control, getValues, resetField, getFieldState, setError } = form
  useWatch({ control })
  const values = getValues()
  const metrics = metricsOf(values.metric)
  const series = useQuery(seriesOfQuery({ clusterId, clusterName, region, metric: metrics[0] ?? '' })).data
  const targets = targetsFor(values.metric, series)
  const chosen = targets.find(({ value }) => value === values.of) ?? targets[0]
  const alarms = newAlarms(values, clusterName, chosen?.dimensions ?? [])
  const preview = usePreview(region, alarms)
  const held = preview.query.data
  const isTyped = getFieldState('threshold').isDirty
  // What was measured suggests a limit where nobody recommends or typed one.
  useEffect(() => {
    if (held === undefined || isTyped) return
    const { threshold, isRecommended } = suggestCondition(
      metricsOf(values.metric),
      held.points.flatMap((points) => points.values),
    )
    if (!isRecommended && threshold !== null) resetField('threshold', { defaultValue: String(threshold) })
  }, [held, isTyped, values.metric, resetField])
  const names = useQuery(alarmsQuery(region)).data?.map(({ AlarmName }) => AlarmName)
  const put = useMutation({ ...putAlarms(useQueryClient()), onSuccess: onDone })
  const submit = form.handleSubmit(() => {
    // To put an alarm of a name that exists would overwrite it.
    const taken = alarms.find(({ AlarmName }) => names?.includes(AlarmName))
    if (taken !== undefined)
      return setError('name', { message: t('nameTaken', { name: taken.AlarmName }) }, { shouldFocus: true })
    if (!put.isPending && alarms.length > 0) put.mutate({ region, alarms })
  })
  return { form, alarms, preview, targets, of: chosen?.value ?? '', targetsFor, submit, error: put.error }
}
