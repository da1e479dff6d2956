import { clsx } from 'clsx'
import { createContext, use } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { type Column, DataTable } from '@/components/table/data-table'
import { Time } from '@/components/text/time'
import type { StandingUse } from '@/lib/browser/configuration/configuration-list'
import type { RevisionRecord } from '@/lib/contract/console/configurations'
import { Actor } from '../actor'

type Shown = { shown: number | null; onShow: (revision: number) => void }
type Row = RevisionRecord & { clusters: readonly string[]; isLatest: boolean }

const ShownContext = createContext<Shown>({ shown: null, onShow: () => {} })

const COLUMNS: Column<Row>[] = [
  {
    id: 'revision',
    header: () => <Head name="revision" />,
    accessorFn: ({ revision }) => revision,
    meta: { className: 'w-36 max-desk:w-28' },
    cell: ({ row: { original } }) => <RevisionCell row={original} />,
  },
  {
    id: 'at',
    header: () => <Head name="at" />,
    accessorFn: ({ createdAt }) => createdAt,
    meta: { className: 'w-32 max-desk:w-20' },
    cell: ({ row: { original } }) => (
      <Time iso={original.createdAt} look="short" className="text-text-2 tabular-nums" />
    ),
  },
  {
    id: 'actor',
    header: () => <Head name="actor" />,
    accessorFn: ({ actor }) => actor,
    cell: ({ row: { original } }) => <Actor actor={original.actor} />,
  },
  {
    id: 'description',
    enableSorting: false,
    header: () => <Head name="description" />,
    meta: { className: 'max-desk:hidden' },
    cell: ({ row: { original } }) => (
      <span className="text-text-2 [overflow-wrap:anywhere]">{original.description}</span>
    ),
  },
  {
    id: 'clusters',
    enableSorting: false,
    header: () => <Head name="clusters" />,
    meta: { className: 'max-desk:hidden' },
    cell: ({ row: { original } }) => <ClustersCell row={original} />,
  },
]

type RevisionsTableProps = Shown & { records: readonly RevisionRecord[]; uses: readonly StandingUse[] }

/** The history, newest first; pressing a revision shows it below. */
export function RevisionsTable({ records, uses, shown, onShow }: RevisionsTableProps) {
  const t = useTranslations('configuration.revisions')
  const rows = records.map((record, place) => ({
    ...record,
    isLatest: place === 0,
    clusters: uses.flatMap(({ revision, clusterName }) =>
      revision === record.revision ? [clusterName] : [],
    ),
  }))
  return (
    <section aria-label={t('title')} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="text-13 font-semibold">{t('title')}</h2>
      <ShownContext value={{ shown, onShow }}>
        <DataTable
          label={t('title')}
          rows={rows}
          columns={COLUMNS}
          rowId={({ revision }) => String(revision)}
          addressAs="revisions"
          firstSort="-revision"
          empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
        />
      </ShownContext>
    </section>
  )
}

function Head({ name }: { name: 'revision' | 'at' | 'actor' | 'description' | 'clusters' }) {
  return useTranslations('configuration.revisions.columns')(name)
}

function RevisionCell({ row: { revision, isLatest } }: { row: Row }) {
  const t = useTranslations('configuration.panel')
  const list = useTranslations('configurations')
  const { shown, onShow } = use(ShownContext)
  const isShown = shown === revision
  return (
    <button
      type="button"
      data-row-link
      aria-pressed={isShown}
      onClick={() => onShow(revision)}
      className={clsx(
        '-my-[3px] inline-flex flex-wrap items-baseline gap-x-2 py-[3px] text-left font-[550] underline-offset-2 outline-none hover:underline max-desk:min-h-9 max-desk:items-center',
        isShown ? 'text-accent' : 'text-text',
      )}
    >
      <span className="whitespace-nowrap">{t('revision', { revision })}</span>
      {isLatest ? <span className="text-12 font-normal text-text-3">{list('isLatest')}</span> : null}
    </button>
  )
}

function ClustersCell({ row: { clusters } }: { row: Row }) {
  const t = useTranslations('configuration')
  return <span className="[overflow-wrap:anywhere]">{clusters.join(t('separator'))}</span>
}
