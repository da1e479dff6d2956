import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { useRegion } from '@/components/shell/region'
import type { Column } from '@/components/table/data-table'
import { Time } from '@/components/text/time'
import { State } from '@/components/ui/state'
import { TextLink } from '@/components/ui/text-link'
import { STATE_ORDER } from '@/lib/browser/alarm/alarm-list'
import { iso } from '@/lib/browser/alarm/iso'
import { clusterNameOf, metricText } from '@/lib/browser/alarm/watched'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { clustersQuery } from '@/lib/browser/queries/clusters'
import { routes } from '@/lib/browser/routes'
import { ALARM_LOOKS } from '../alarm-looks'
import { useConditionWords, useReasonWords } from '../use-alarm-words'

const WIDE_ONLY = 'max-desk:hidden'

const name: Column<Alarm> = {
  id: 'name',
  header: () => <Head name="name" />,
  accessorFn: ({ AlarmName }) => AlarmName,
  cell: ({ row: { original } }) => <NameCell alarm={original} />,
}
const state: Column<Alarm> = {
  id: 'state',
  header: () => <Head name="state" />,
  accessorFn: ({ StateValue }) => STATE_ORDER.indexOf(StateValue),
  cell: ({ row: { original } }) => <StateCell alarm={original} />,
}
const cluster: Column<Alarm> = {
  id: 'cluster',
  header: () => <Head name="cluster" />,
  accessorFn: (alarm) => clusterNameOf(alarm) ?? '',
  meta: { className: WIDE_ONLY },
  cell: ({ row: { original } }) => <ClusterCell alarm={original} />,
}
const rest: Column<Alarm>[] = [
  {
    id: 'condition',
    header: () => <Head name="condition" />,
    accessorFn: metricText,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => <ConditionCell alarm={original} />,
  },
  {
    id: 'reason',
    enableSorting: false,
    header: () => <Head name="reason" />,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => <ReasonCell alarm={original} />,
  },
  {
    id: 'since',
    header: () => <Head name="since" />,
    accessorFn: ({ StateTransitionedTimestamp }) => StateTransitionedTimestamp,
    meta: { align: 'right' },
    cell: ({ row: { original } }) => (
      <Time
        iso={iso(original.StateTransitionedTimestamp)}
        look="short"
        className="text-text-2 tabular-nums"
      />
    ),
  },
]

/** One list for ever each: see the clusters' own columns. */
export const REGION_ALARMS: Column<Alarm>[] = [name, state, cluster, ...rest]
export const CLUSTER_ALARMS: Column<Alarm>[] = [name, state, ...rest]

type ColumnName = 'name' | 'state' | 'cluster' | 'condition' | 'reason' | 'since'

function Head({ name: column }: { name: ColumnName }) {
  return useTranslations('alarms.columns')(column)
}

function NameCell({ alarm: { AlarmName, ActionsEnabled } }: { alarm: Alarm }) {
  const t = useTranslations('alarms')
  return (
    <>
      <NextLink
        href={routes.alarm(AlarmName)}
        data-row-link
        className="-my-[3px] inline-block py-[3px] font-[550] text-text underline-offset-2 outline-none [overflow-wrap:anywhere] hover:underline"
      >
        {AlarmName}
      </NextLink>
      {ActionsEnabled ? null : <div className="text-12 text-text-3">{t('actionsOff')}</div>}
    </>
  )
}

function StateCell({ alarm: { StateValue } }: { alarm: Alarm }) {
  const t = useTranslations('alarms.state')
  return (
    <State look={ALARM_LOOKS[StateValue]} source={StateValue}>
      {t(StateValue)}
    </State>
  )
}

/** A cluster that is gone has no page. */
function ClusterCell({ alarm }: { alarm: Alarm }) {
  const t = useTranslations('operations')
  const { region } = useRegion()
  const clusterName = clusterNameOf(alarm)
  const id = useQuery({
    ...clustersQuery(region),
    select: (clusters) => clusters.find((each) => each.name === clusterName)?.id ?? null,
  }).data
  if (clusterName === null) return <span className="text-text-3">{t('none')}</span>
  if (id === undefined || id === null)
    return <span className="text-text-3 [overflow-wrap:anywhere]">{clusterName}</span>
  return (
    <TextLink asChild kind="quiet" className="py-0.5 [overflow-wrap:anywhere]">
      <NextLink href={routes.clusterAlarms(id)}>{clusterName}</NextLink>
    </TextLink>
  )
}

function ConditionCell({ alarm }: { alarm: Alarm }) {
  const condition = useConditionWords()
  return (
    <>
      <div className="[overflow-wrap:anywhere]">{metricText(alarm)}</div>
      <div className="text-12 text-text-3">{condition(alarm)}</div>
    </>
  )
}

function ReasonCell({ alarm }: { alarm: Alarm }) {
  const reason = useReasonWords()
  return (
    <span className="line-clamp-2 max-w-[44ch] text-text-2" title={alarm.StateReason}>
      {reason(alarm)}
    </span>
  )
}
