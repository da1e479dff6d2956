'use client'

import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import type { Facet } from '@/components/table/facet-filter'
import { FilteredTable } from '@/components/table/filtered-table'
import { ADDRESSES_CSV, addressText } from '@/lib/browser/network/address-list'
import type { HeldAddress } from '@/lib/contract/console/network'
import { ADDRESS_COLUMNS } from './address-columns'

export function AddressesTable({ addresses }: { addresses: readonly HeldAddress[] }) {
  const t = useTranslations('network')
  const clusters: Facet<HeldAddress> = {
    name: 'cluster',
    label: t('columns.cluster'),
    valuesOf: ({ clusterName }) => [clusterName],
    word: (value) => value,
    look: 'menu',
  }
  const zones: Facet<HeldAddress> = {
    name: 'zone',
    label: t('columns.zone'),
    valuesOf: ({ zoneName }) => [zoneName],
    word: (value) => value,
    look: 'menu',
  }
  return (
    <FilteredTable
      label={t('addresses')}
      rows={addresses}
      columns={ADDRESS_COLUMNS}
      rowId={({ clusterId, nodeId }) => `${clusterId}/${nodeId}`}
      firstSort="address"
      lines="one"
      search={{ label: t('search'), textOf: addressText }}
      facets={[clusters, zones]}
      csv={{ name: 'addresses', columns: ADDRESSES_CSV }}
      empty={<Empty title={t('empty')}>{t('emptyText')}</Empty>}
    />
  )
}
