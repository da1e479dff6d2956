import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import type { Column } from '@/components/table/data-table'
import { Time } from '@/components/text/time'
import { TextLink } from '@/components/ui/text-link'
import type { ConfigurationRow } from '@/lib/browser/configuration/configuration-list'
import { routes } from '@/lib/browser/routes'
import { UseStanding } from '../use-standing'
import { VersionNames } from '../version-names'

const WIDE_ONLY = 'max-desk:hidden'
/** More would make one row as high as a page. */
const USES_MAX = 3

/** One list for ever: see the clusters' own columns. */
export const CONFIGURATION_COLUMNS: Column<ConfigurationRow>[] = [
  {
    id: 'name',
    header: () => <Head name="name" />,
    accessorFn: ({ name }) => name,
    cell: ({ row: { original } }) => <NameCell row={original} />,
  },
  {
    id: 'latest',
    header: () => <Head name="latest" />,
    accessorFn: ({ latestRevision }) => latestRevision.revision,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original } }) => original.latestRevision.revision,
  },
  {
    id: 'versions',
    enableSorting: false,
    header: () => <Head name="versions" />,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => <VersionNames versions={original.kafkaVersions} />,
  },
  {
    id: 'uses',
    header: () => <Head name="uses" />,
    accessorFn: ({ uses }) => uses.length,
    cell: ({ row: { original } }) => <UsesCell row={original} />,
  },
  {
    id: 'revised',
    header: () => <Head name="revised" />,
    accessorFn: ({ latestRevision }) => latestRevision.creationTime,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original } }) => (
      <Time iso={original.latestRevision.creationTime} look="short" className="text-text-2 tabular-nums" />
    ),
  },
]

function Head({ name }: { name: 'name' | 'latest' | 'versions' | 'uses' | 'revised' }) {
  return useTranslations('configurations.columns')(name)
}

function NameCell({ row: { name, description } }: { row: ConfigurationRow }) {
  return (
    <>
      <NextLink
        href={routes.configuration(name)}
        data-row-link
        className="-my-[3px] inline-block py-[3px] font-[550] text-text underline-offset-2 outline-none [overflow-wrap:anywhere] hover:underline"
      >
        {name}
      </NextLink>
      {description === '' ? null : (
        <div className="line-clamp-2 max-w-[60ch] text-12 text-text-3 [overflow-wrap:anywhere]">
          {description}
        </div>
      )}
    </>
  )
}

function UsesCell({ row: { name, uses } }: { row: ConfigurationRow }) {
  const t = useTranslations('configurations')
  if (uses.length === 0) return <span className="text-text-3">{t('noClusters')}</span>
  const left = uses.length - USES_MAX
  return (
    <ul className="grid gap-0.5">
      {uses.slice(0, USES_MAX).map((use) => (
        <li key={use.clusterId} className="flex flex-wrap items-center gap-x-2">
          <TextLink asChild kind="quiet" className="py-0.5 [overflow-wrap:anywhere]">
            <NextLink href={routes.cluster(use.clusterId)}>{use.clusterName}</NextLink>
          </TextLink>
          <UseStanding use={use} />
        </li>
      ))}
      {left > 0 ? (
        <li>
          <TextLink asChild kind="quiet" className="text-12 text-text-3">
            <NextLink href={routes.configuration(name)}>{t('moreClusters', { count: left })}</NextLink>
          </TextLink>
        </li>
      ) : null}
    </ul>
  )
}
