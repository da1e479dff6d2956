import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { OPERATION_LOOKS } from '@/components/operation/operation-looks'
import { useRegion } from '@/components/shell/region'
import type { Column } from '@/components/table/data-table'
import { Time } from '@/components/text/time'
import { useDuration } from '@/components/text/use-duration'
import { State } from '@/components/ui/state'
import { TextLink } from '@/components/ui/text-link'
import { serverNow } from '@/lib/browser/clock'
import { clustersQuery } from '@/lib/browser/queries/clusters'
import { durationMs } from '@/lib/browser/operation/operation-list'
import { routes } from '@/lib/browser/routes'
import type { ListedOperation } from '@/lib/contract/console/operations'

/** A revision may change dozens of settings; all of them are on the page of the operation. */
const CHANGES_SHOWN = 3
const WIDE_ONLY = 'max-desk:hidden'
const STATES = ['IN_PROGRESS', 'FAILED', 'CANCELLED', 'COMPLETE'] as const

const kind: Column<ListedOperation> = {
  id: 'kind',
  header: () => <Head name="kind" />,
  accessorFn: (operation) => operation.name,
  cell: ({ row: { original } }) => <KindCell operation={original} />,
}
const cluster: Column<ListedOperation> = {
  id: 'cluster',
  header: () => <Head name="cluster" />,
  accessorFn: ({ clusterName }) => clusterName,
  cell: ({ row: { original } }) => <ClusterCell operation={original} />,
}
const rest: Column<ListedOperation>[] = [
  {
    id: 'state',
    header: () => <Head name="state" />,
    accessorFn: ({ state }) => STATES.indexOf(state),
    cell: ({ row: { original } }) => <StateCell operation={original} />,
  },
  {
    id: 'changes',
    enableSorting: false,
    header: () => <Head name="changes" />,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => <ChangesCell operation={original} />,
  },
  {
    id: 'actor',
    header: () => <Head name="actor" />,
    accessorFn: ({ actor }) => actor ?? '',
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => <ActorCell operation={original} />,
  },
  {
    id: 'started',
    header: () => <Head name="started" />,
    accessorFn: ({ startedAt }) => startedAt,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original } }) => (
      <Time iso={original.startedAt} look="short" className="text-text-2 tabular-nums" />
    ),
  },
  {
    id: 'duration',
    header: () => <Head name="duration" />,
    accessorFn: (operation) => durationMs(operation, serverNow()),
    meta: { align: 'right' },
    cell: ({ row: { original } }) => <DurationCell operation={original} />,
  },
]

/** One list for ever each: see the clusters' own columns. */
export const REGION_OPERATIONS: Column<ListedOperation>[] = [kind, cluster, ...rest]
export const CLUSTER_OPERATIONS: Column<ListedOperation>[] = [kind, ...rest]

type ColumnName = 'kind' | 'cluster' | 'state' | 'changes' | 'actor' | 'started' | 'duration'

function Head({ name }: { name: ColumnName }) {
  return useTranslations('operations.columns')(name)
}

function KindCell({ operation: { clusterId, id, name } }: { operation: ListedOperation }) {
  const t = useTranslations('operation')
  return (
    <NextLink
      href={routes.operation(clusterId, id)}
      data-row-link
      className="-my-[3px] inline-block py-[3px] font-[550] text-text underline-offset-2 outline-none hover:underline"
    >
      {t(`name.${name}`)}
    </NextLink>
  )
}

/** A cluster that is gone has no page: what was done to it is behind the name of the operation. */
function ClusterCell({ operation: { clusterId, clusterName } }: { operation: ListedOperation }) {
  const t = useTranslations('operations')
  const { region } = useRegion()
  const here = useQuery({
    ...clustersQuery(region),
    select: (clusters) => clusters.some(({ id }) => id === clusterId),
  }).data
  if (here === false)
    return (
      <span className="text-text-3 [overflow-wrap:anywhere]" title={t('clusterGone')}>
        {clusterName}
        <span className="sr-only">{`, ${t('clusterGone')}`}</span>
      </span>
    )
  return (
    <TextLink asChild kind="quiet" className="py-0.5 [overflow-wrap:anywhere]">
      <NextLink href={routes.cluster(clusterId)}>{clusterName}</NextLink>
    </TextLink>
  )
}

function StateCell({ operation: { state } }: { operation: ListedOperation }) {
  const t = useTranslations('operation')
  return (
    <State look={OPERATION_LOOKS[state]} source={state}>
      {t(`state.${state}`)}
    </State>
  )
}

/** A creation changes everything at once; what it made is on the cluster's own page. */
function ChangesCell({ operation: { changes, kind: name } }: { operation: ListedOperation }) {
  const t = useTranslations('operations')
  const more = useTranslations('configurationApply.operation')
  if (name === 'CREATE' || changes.length === 0) return <span className="text-text-3">{t('none')}</span>
  const shown = changes.slice(0, CHANGES_SHOWN)
  const left = changes.length - shown.length
  return (
    <span className="mono text-text-2 [overflow-wrap:anywhere]">
      {shown
        .map(({ name: fact, from, to }) =>
          t('change', { name: fact, from: from ?? t('none'), to: to ?? t('none') }),
        )
        .join(', ')}
      {left === 0 ? null : (
        <span className="font-sans text-text-3">{` ${more('more', { count: left })}`}</span>
      )}
    </span>
  )
}

function ActorCell({ operation: { actor } }: { operation: ListedOperation }) {
  const t = useTranslations('operations')
  if (actor === null) return <span className="text-text-3">{t('none')}</span>
  if (actor === 'console') return t('byConsole')
  return actor === 'unsigned' ? t('byUnsigned') : <span className="mono">{actor}</span>
}

function DurationCell({ operation }: { operation: ListedOperation }) {
  const duration = useDuration()
  return <span className="tabular-nums">{duration(durationMs(operation, serverNow()))}</span>
}
