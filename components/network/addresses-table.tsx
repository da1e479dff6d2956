'use client'

import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { CsvButton } from '@/components/table/csv-button'
import { DataTable } from '@/components/table/data-table'
import { useAddress } from '@/components/table/use-address'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'
import { addressesCsv, foundAddresses } from '@/lib/browser/network/found-addresses'
import type { HeldAddress } from '@/lib/contract/console/network'
import { ADDRESS_COLUMNS } from './address-columns'

export function AddressesTable({ addresses }: { addresses: readonly HeldAddress[] }) {
  const t = useTranslations('network')
  const [words, setWords] = useAddress('q', '')
  const found = foundAddresses(addresses, words)
  return (
    <>
      <div role="toolbar" aria-label={t('filters')} className="flex flex-wrap items-center gap-2">
        <SearchInput value={words} onSearch={setWords} label={t('search')} />
        <span className="text-12 text-text-3">
          {t('found', { found: found.length, count: addresses.length })}
        </span>
        <span className="ml-auto flex-none">
          <CsvButton name="addresses" rows={() => addressesCsv(found)} />
        </span>
      </div>
      <DataTable
        label={t('addresses')}
        rows={found}
        columns={ADDRESS_COLUMNS}
        rowId={({ clusterId, nodeId }) => `${clusterId}/${nodeId}`}
        firstSort="address"
        lines="one"
        empty={
          addresses.length === 0 ? (
            <Empty title={t('empty')}>{t('emptyText')}</Empty>
          ) : (
            <Empty
              title={t('nothingFound')}
              action={<Button onClick={() => setWords('')}>{t('clear')}</Button>}
            >
              {t('nothingFoundText', { count: addresses.length })}
            </Empty>
          )
        }
      />
    </>
  )
}
