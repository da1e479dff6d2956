import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { type Column, DataTable } from '@/components/table/data-table'
import { isSameInEffect, type SettingDifference } from '@/lib/domain/configuration/compare'
import { useEffectWords } from '../use-effect-words'

const COLUMNS: Column<SettingDifference>[] = [
  {
    id: 'key',
    header: () => <Head name="key" />,
    accessorFn: ({ key }) => key,
    cell: ({ row: { original } }) => (
      <span className="mono [overflow-wrap:anywhere]" data-row-link>
        {original.key}
      </span>
    ),
  },
  {
    id: 'from',
    enableSorting: false,
    header: () => <Head name="from" />,
    cell: ({ row: { original } }) => <ValueCell difference={original} value={original.from} />,
  },
  {
    id: 'to',
    enableSorting: false,
    header: () => <Head name="to" />,
    cell: ({ row: { original } }) => <ValueCell difference={original} value={original.to} isNew />,
  },
  {
    id: 'effect',
    header: () => <Head name="effect" />,
    accessorFn: (difference) => Number(difference.effect.byRestart.length > 0),
    meta: { className: 'max-desk:hidden' },
    cell: ({ row: { original } }) => <EffectCell difference={original} />,
  },
]

type DifferenceTableProps = { differences: readonly SettingDifference[]; isWithDefault?: boolean }

/** Two texts side by side, by setting, with when brokers have each change. */
export function DifferenceTable({ differences, isWithDefault = false }: DifferenceTableProps) {
  const t = useTranslations('configuration.difference')
  return (
    <DataTable
      label={t('title')}
      rows={differences}
      columns={COLUMNS}
      rowId={({ key }) => key}
      addressAs="difference"
      firstSort="key"
      empty={
        <Empty title={t(isWithDefault ? 'noneDefault' : 'none')}>
          {t(isWithDefault ? 'noneDefaultText' : 'noneText')}
        </Empty>
      }
    />
  )
}

function Head({ name }: { name: 'key' | 'from' | 'to' | 'effect' }) {
  return useTranslations('configuration.difference.columns')(name)
}

type ValueCellProps = { difference: SettingDifference; value: string | null; isNew?: boolean }

/** What is not set has a value all the same: the default, and whose. */
function ValueCell({ difference, value, isNew = false }: ValueCellProps) {
  const t = useTranslations('configuration.difference')
  const effect = useEffectWords()
  const { unset } = difference
  return (
    <>
      {value === null ? (
        <span className="text-text-3">
          {unset === null || unset.value === null ? (
            t('unset')
          ) : (
            <>
              <span className="mono [overflow-wrap:anywhere]">{unset.value}</span>
              <span className="block text-12">{t(`${unset.source}Default`)}</span>
            </>
          )}
        </span>
      ) : (
        <span className="mono [overflow-wrap:anywhere]">{value}</span>
      )}
      {/* A phone has no column for it. */}
      {isNew ? (
        <span className="block text-12 text-text-3 desk:hidden">
          {isSameInEffect(difference) ? t('same') : effect(difference.effect)}
        </span>
      ) : null}
    </>
  )
}

function EffectCell({ difference }: { difference: SettingDifference }) {
  const t = useTranslations('configuration.difference')
  const effect = useEffectWords()
  if (isSameInEffect(difference)) return <span className="text-text-3">{t('same')}</span>
  return effect(difference.effect)
}
