import { useTranslations } from 'use-intl'
import type { Column } from '@/components/table/data-table'
import { StateIcon } from '@/components/ui/state-icon'
import type { EffectiveClusterSetting } from '@/lib/contract/console/cluster-configuration'
import { SettingName } from '@/components/text/setting-name'
import { SettingValue } from './setting-value'

type CellProps = { setting: EffectiveClusterSetting }
type ColumnName = 'name' | 'wanted' | 'source' | 'stand'

/** One list for ever: see the clusters' own columns. */
export const SETTING_COLUMNS: Column<EffectiveClusterSetting>[] = [
  {
    id: 'name',
    header: () => <Head name="name" />,
    accessorFn: ({ name }) => name,
    cell: ({ row: { original: setting } }) => <SettingName name={setting.name} />,
  },
  {
    id: 'wanted',
    header: () => <Head name="wanted" />,
    accessorFn: ({ wanted }) => wanted ?? '',
    cell: ({ row: { original: setting } }) => <Wanted setting={setting} />,
  },
  {
    id: 'source',
    header: () => <Head name="source" />,
    accessorFn: ({ source }) => source,
    meta: { className: 'max-desk:hidden' },
    cell: ({ row: { original: setting } }) => <Source setting={setting} />,
  },
  {
    id: 'stand',
    header: () => <Head name="stand" />,
    // What differs on most brokers comes first when the greatest does.
    accessorFn: ({ differing, isTold }) => differing.length * 2 + Number(isTold),
    meta: { className: 'max-desk:hidden' },
    cell: ({ row: { original: setting } }) => <Stand setting={setting} />,
  },
]

function Head({ name }: { name: ColumnName }) {
  return useTranslations('clusterConfiguration.table.columns')(name)
}

/** A phone has no columns for the rest: it stands below. */
function Wanted({ setting }: CellProps) {
  const t = useTranslations('clusterConfiguration.table')
  return (
    <div className="min-w-0">
      <SettingValue value={setting.wanted} />
      <div className="flex flex-wrap gap-x-2 text-12 text-text-3 desk:hidden">
        {t(`source.${setting.source}`)}
        <Stand setting={setting} />
      </div>
    </div>
  )
}

function Source({ setting }: CellProps) {
  const t = useTranslations('clusterConfiguration.table.source')
  return <span className="whitespace-nowrap text-text-2">{t(setting.source)}</span>
}

function Stand({ setting: { differing, isTold } }: CellProps) {
  const t = useTranslations('clusterConfiguration.table')
  if (differing.length > 0)
    return (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-warn">
        <StateIcon shape="behind" className="size-3.5" />
        {t('differsOn', { count: differing.length })}
      </span>
    )
  return isTold ? <span className="whitespace-nowrap text-text-2">{t('told')}</span> : null
}
