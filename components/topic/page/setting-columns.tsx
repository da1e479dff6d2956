import { useTranslations } from 'use-intl'
import { SettingName } from '@/components/text/setting-name'
import type { Column } from '@/components/table/data-table'
import { useAddress } from '@/components/table/use-address'
import { Button } from '@/components/ui/button'
import type { TopicSetting } from '@/lib/contract/console/topics'
import { useSettingWords } from '../use-setting-words'

/** Under this name the setting that is being edited stands in the address: a reload opens it again. */
export const EDITED_SETTING = 'edit'

/** One list for ever: see the clusters' own columns. */
export const SETTING_COLUMNS: Column<TopicSetting>[] = [
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
  {
    id: 'edit',
    enableSorting: false,
    header: () => <Head name="edit" isQuiet />,
    meta: { align: 'right', className: 'w-16' },
    cell: ({ row: { original: setting } }) => <Edit setting={setting} />,
  },
]

type ColumnName = 'name' | 'value' | 'source' | 'edit'

function Head({ name, isQuiet = false }: { name: ColumnName; isQuiet?: boolean }) {
  const t = useTranslations('topic.settingColumns')
  return isQuiet ? <span className="sr-only">{t(name)}</span> : t(name)
}

function Value({ setting: { name, value, source } }: { setting: TopicSetting }) {
  const t = useTranslations('topic')
  return (
    <div className="min-w-0">
      <span className="[overflow-wrap:anywhere]">{useSettingWords()(name, value)}</span>
      <div className="text-12 text-text-3 desk:hidden">{t(`source.${source}`)}</div>
    </div>
  )
}

function Source({ setting: { source } }: { setting: TopicSetting }) {
  const t = useTranslations('topic.source')
  return <span className="whitespace-nowrap text-text-2">{t(source)}</span>
}

function Edit({ setting: { name } }: { setting: TopicSetting }) {
  const t = useTranslations('topic')
  const [, setEdited] = useAddress(EDITED_SETTING, '')
  return (
    <Button size="small" onClick={() => setEdited(name)} aria-label={t('editOf', { name })}>
      {t('edit')}
    </Button>
  )
}
