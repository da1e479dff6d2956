'use client'

import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { Button } from '@/components/ui/button'
import {
  type ConfigurationRow,
  CONFIGURATIONS_CSV,
  configurationText,
} from '@/lib/browser/configuration/configuration-list'
import { routes } from '@/lib/browser/routes'
import { CONFIGURATION_COLUMNS } from './configuration-columns'

const USES = ['used', 'unused'] as const

/** Configurations, found by words and by whether a cluster has one, sorted, saved. */
export function ConfigurationsTable({ rows }: { rows: readonly ConfigurationRow[] }) {
  const t = useTranslations('configurations')
  const use: Facet<ConfigurationRow> = {
    name: 'use',
    label: t('use.label'),
    valuesOf,
    word: (value) => t(`use.${USES.find((each) => each === value) ?? 'unused'}`),
    order: USES,
    look: 'chips',
  }
  return (
    <FilteredTable
      label={t('title')}
      rows={rows}
      columns={CONFIGURATION_COLUMNS}
      rowId={({ arn }) => arn}
      firstSort="name"
      search={{ label: t('search'), textOf: configurationText }}
      facets={[use]}
      csv={{ name: 'configurations', columns: CONFIGURATIONS_CSV }}
      empty={
        <Empty
          title={t('empty')}
          action={
            <Button asChild>
              <NextLink href={routes.createConfiguration()}>{t('create')}</NextLink>
            </Button>
          }
        >
          {t('emptyText')}
        </Empty>
      }
    />
  )
}

const valuesOf = ({ uses }: ConfigurationRow) => [uses.length > 0 ? 'used' : 'unused']
