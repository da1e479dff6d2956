import { useTranslations } from 'use-intl'
import { SettingName } from '@/components/text/setting-name'
import type { Column } from '@/components/table/data-table'
import type { NodeSetting } from '@/lib/contract/console/nodes'

/** One list for ever: see the clusters' own columns. */
export const SETTING_COLUMNS: Column<NodeSetting>[] = [
  {
    id: 'name',
    header: () => <Head name="name" />,
    accessorFn: ({ name }) => name,
    cell: ({ row: { original: setting } }) => <SettingName name={setting.name} />,
  },
  {
    id: 'value',
    header: () => <Head name="value" />,
    accessorFn: ({ value }) => value ?? '',
    cell: ({ row: { original: setting } }) => <Value setting={setting} />,
  },
  {
    id: 'source',
    header: () => <Head name="source" />,
    accessorFn: ({ source }) => source,
    meta: { className: 'max-desk:hidden' },
    cell: ({ row: { original: setting } }) => <Source setting={setting} />,
  },
]

function Head({ name }: { name: 'name' | 'value' | 'source' }) {
  return useTranslations('nodePage.settings.columns')(name)
}

function Source({ setting }: { setting: NodeSetting }) {
  const t = useTranslations('nodePage.settings.source')
  return <span className="whitespace-nowrap text-text-2">{t(setting.source)}</span>
}

/** The default that would hold otherwise stands below, where it is known and another one. */
function Value({ setting: { value, isSensitive, source, defaultValue } }: { setting: NodeSetting }) {
  const t = useTranslations('nodePage.settings')
  const said = isSensitive ? t('hidden') : value === null || value === '' ? t('emptyValue') : value
  const isWord = isSensitive || value === null || value === ''
  return (
    <div className="min-w-0">
      <span className={isWord ? 'text-text-3' : 'mono [overflow-wrap:anywhere]'}>{said}</span>
      {source === 'KAFKA_DEFAULT' || defaultValue === null || defaultValue === value ? null : (
        <div className="text-12 text-text-3 [overflow-wrap:anywhere]">
          {t('default', { value: defaultValue === '' ? t('emptyValue') : defaultValue })}
        </div>
      )}
      <div className="text-12 text-text-3 desk:hidden">{t(`source.${source}`)}</div>
    </div>
  )
}
