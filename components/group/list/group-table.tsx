'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import type { ListedGroup } from '@/lib/browser/group/group-list'
import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import { GROUP_KINDS, GROUP_STATES } from '@/lib/domain/group'
import { GROUP_COLUMNS } from './group-columns'

export function GroupTable({ clusterName, groups }: { clusterName: string; groups: readonly ListedGroup[] }) {
  const t = useTranslations('groups')
  const csv = useCsv()
  const facets = useFacets()
  return (
    <FilteredTable
      label={t('title')}
      rows={groups}
      columns={GROUP_COLUMNS}
      rowId={nameOf}
      firstSort="-lag"
      lines="one"
      search={{ label: t('search'), textOf }}
      facets={facets}
      csv={{ name: `${clusterName}-groups`, columns: csv }}
      empty={<Empty title={t('empty.title')}>{t('empty.text')}</Empty>}
    />
  )
}

const nameOf = ({ name }: ListedGroup): string => name
const topicsOf = ({ topics }: ListedGroup): readonly string[] => topics.map(({ name }) => name)
const textOf = (group: ListedGroup): string => [group.name, ...topicsOf(group)].join(' ')

function useFacets(): readonly Facet<ListedGroup>[] {
  const t = useTranslations('groups')
  return useMemo(
    () => [
      {
        name: 'state',
        label: t('columns.state'),
        valuesOf: ({ state }) => [state],
        word: (value) => t(`state.${GROUP_STATES.find((state) => state === value) ?? 'Unknown'}`),
        order: GROUP_STATES,
        look: 'chips',
      },
      {
        name: 'kind',
        label: t('columns.kind'),
        valuesOf: ({ kind }) => [kind],
        word: (value) => t(`kind.${GROUP_KINDS.find((kind) => kind === value) ?? 'classic'}`),
        order: GROUP_KINDS,
        look: 'menu',
      },
      {
        name: 'topic',
        label: t('columns.topic'),
        valuesOf: topicsOf,
        word: (value) => value,
        look: 'menu',
      },
    ],
    [t],
  )
}

function useCsv(): readonly CsvColumn<ListedGroup>[] {
  const t = useTranslations('groups')
  return [
    { header: t('columns.name'), valueOf: nameOf },
    { header: t('columns.state'), valueOf: ({ state }) => t(`state.${state}`) },
    { header: t('columns.kind'), valueOf: ({ kind }) => t(`kind.${kind}`) },
    { header: t('columns.protocol'), valueOf: ({ protocolType }) => protocolType },
    { header: t('columns.members'), valueOf: ({ members }) => members },
    { header: t('columns.topics'), valueOf: (group) => topicsOf(group).join(' ') },
    { header: t('columns.lag'), valueOf: ({ lagSum }) => lagSum },
    { header: t('columns.most'), valueOf: ({ lagMax }) => lagMax },
    { header: t('columns.ageSeconds'), valueOf: ({ ageS }) => ageS },
  ]
}
