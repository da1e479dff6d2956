'use client'

import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { ALARMS_CSV, alarmText, STATE_ORDER } from '@/lib/browser/alarm/alarm-list'
import { metricText } from '@/lib/browser/alarm/watched'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { CLUSTER_ALARMS, REGION_ALARMS } from './alarm-columns'

type AlarmsTableProps = {
  alarms: readonly Alarm[]
  /** Of one cluster, which its rows need not name. */
  cluster: string | null
}

/** Alarms, found by words, state and metric, sorted, saved. */
export function AlarmsTable({ alarms, cluster }: AlarmsTableProps) {
  const t = useTranslations('alarms')
  const states: Facet<Alarm> = {
    name: 'state',
    label: t('columns.state'),
    valuesOf: valuesOfState,
    word: (value) => t(`state.${STATE_ORDER.find((state) => state === value) ?? 'OK'}`),
    order: STATE_ORDER,
    look: 'chips',
  }
  const metrics: Facet<Alarm> = {
    name: 'metric',
    label: t('metric'),
    valuesOf: valuesOfMetric,
    word: (value) => value,
    look: 'menu',
  }
  return (
    <FilteredTable
      label={t('title')}
      rows={alarms}
      columns={cluster === null ? REGION_ALARMS : CLUSTER_ALARMS}
      rowId={({ AlarmArn }) => AlarmArn}
      firstSort="state"
      search={{ label: t('search'), textOf: alarmText }}
      facets={[states, metrics]}
      csv={{ name: cluster === null ? 'alarms' : `${cluster}-alarms`, columns: ALARMS_CSV }}
      empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
    />
  )
}

const valuesOfState = ({ StateValue }: Alarm) => [StateValue]
const valuesOfMetric = (alarm: Alarm) => [metricText(alarm)]
