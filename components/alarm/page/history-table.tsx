import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import type { Column } from '@/components/table/data-table'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { Time } from '@/components/text/time'
import { State } from '@/components/ui/state'
import type { AlarmEvent } from '@/lib/browser/alarm/history'
import { HISTORY_MAX } from '@/lib/browser/queries/alarms'
import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import { ALARM_LOOKS } from '../alarm-looks'

const COLUMNS: Column<AlarmEvent>[] = [
  {
    id: 'at',
    header: () => <Head name="at" />,
    accessorFn: ({ at }) => at,
    meta: { className: 'w-36' },
    cell: ({ row: { original } }) => (
      <Time iso={new Date(original.at).toISOString()} look="short" className="text-text-2 tabular-nums" />
    ),
  },
  {
    id: 'what',
    enableSorting: false,
    header: () => <Head name="what" />,
    meta: { className: 'whitespace-nowrap' },
    cell: ({ row: { original } }) => <WhatCell event={original} />,
  },
  {
    id: 'why',
    enableSorting: false,
    header: () => <Head name="why" />,
    meta: { className: 'max-desk:hidden' },
    cell: ({ row: { original } }) => (
      <span lang="en" className="text-text-2 [overflow-wrap:anywhere]">
        {whyOf(original)}
      </span>
    ),
  },
]

const CSV: readonly CsvColumn<AlarmEvent>[] = [
  { header: 'time', valueOf: ({ at }) => new Date(at).toISOString() },
  { header: 'type', valueOf: ({ is }) => is },
  { header: 'what', valueOf: whatOf },
  { header: 'reason', valueOf: whyOf },
]

const TYPES = ['state', 'told', 'configured', 'other'] as const satisfies AlarmEvent['is'][]

type HistoryTableProps = { name: string; events: readonly AlarmEvent[]; isCut: boolean }

/** What happened to the alarm, newest first: changes of its state, of itself, and what it told. */
export function HistoryTable({ name, events, isCut }: HistoryTableProps) {
  const t = useTranslations('alarms.history')
  const types: Facet<AlarmEvent> = {
    name: 'type',
    label: t('type'),
    valuesOf,
    word: (value) => t(`types.${TYPES.find((type) => type === value) ?? 'other'}`),
    order: TYPES,
    look: 'chips',
  }
  return (
    <section aria-label={t('title')} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="text-13 font-semibold">{t('title')}</h2>
      <FilteredTable
        label={t('title')}
        rows={events}
        columns={COLUMNS}
        rowId={({ id }) => id}
        firstSort="-at"
        addressAs="history"
        search={{ label: t('search'), textOf }}
        facets={[types]}
        csv={{ name: `${name}-history`, columns: CSV }}
        empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
      />
      {isCut ? <p className="text-12 text-text-3">{t('cut', { count: HISTORY_MAX })}</p> : null}
    </section>
  )
}

const valuesOf = ({ is }: AlarmEvent) => [is]
const textOf = (event: AlarmEvent): string => `${whatOf(event)} ${whyOf(event)}`

function whatOf(event: AlarmEvent): string {
  switch (event.is) {
    case 'state':
      return `${event.from} > ${event.to}`
    case 'configured':
      return event.did
    case 'told':
      return event.webhook
    case 'other':
      return event.text
  }
}

function whyOf(event: AlarmEvent): string {
  if (event.is === 'state') return event.reason
  return event.is === 'told' ? (event.error ?? '') : ''
}

function Head({ name }: { name: 'at' | 'what' | 'why' }) {
  return useTranslations('alarms.history.columns')(name)
}

function WhatCell({ event }: { event: AlarmEvent }) {
  const t = useTranslations('alarms.history')
  const states = useTranslations('alarms.state')
  switch (event.is) {
    case 'state':
      return (
        <State look={ALARM_LOOKS[event.to]} source={event.to}>
          {states(event.to)}
        </State>
      )
    case 'configured':
      return t(`did.${event.did}`)
    case 'told':
      return t(event.error === null ? 'taken' : 'notTaken', { webhook: event.webhook })
    case 'other':
      return event.text
  }
}
