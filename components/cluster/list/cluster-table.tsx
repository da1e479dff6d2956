'use client'

import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { DataTable } from '@/components/table/data-table'
import { useAddress } from '@/components/table/use-address'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { SearchInput } from '@/components/ui/search-input'
import { serverNow } from '@/lib/browser/clock'
import { standingOf } from '@/lib/browser/standing'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { CLUSTER_COLUMNS } from './cluster-columns'
import { countStandings } from './clusters-sentence'

export function ClusterTable({ clusters }: { clusters: readonly ClusterSummary[] }) {
  const t = useTranslations('clusters')
  const standings = useTranslations('standing')
  const [words, setWords] = useAddress('q', '')
  const [state, setState] = useAddress('state', '')
  const found = clusters.filter(
    (cluster) => hasWords(cluster, words) && (state === '' || standingOf(cluster, serverNow()) === state),
  )
  const clear = () => {
    setWords('')
    setState('')
  }
  return (
    <>
      <div
        role="toolbar"
        aria-label={t('filters')}
        className="flex flex-wrap items-center gap-2 max-desk:-mx-4 max-desk:flex-nowrap max-desk:overflow-x-auto max-desk:px-4 max-desk:py-1 max-desk:[scrollbar-width:none]"
      >
        <SearchInput value={words} onSearch={setWords} label={t('search')} />
        <Chip pressed={state === ''} onPress={() => setState('')} count={clusters.length}>
          {t('all')}
        </Chip>
        {countStandings(clusters).map(({ standing, count }) => (
          <Chip
            key={standing}
            pressed={state === standing}
            onPress={() => setState(state === standing ? '' : standing)}
            count={count}
          >
            {standings(standing)}
          </Chip>
        ))}
      </div>
      <DataTable
        label={t('title')}
        rows={found}
        columns={CLUSTER_COLUMNS}
        rowId={({ id }) => id}
        firstSort="name"
        empty={
          <Empty title={t('nothingFound')} action={<Button onClick={clear}>{t('clear')}</Button>}>
            {t('nothingFoundText', { count: clusters.length })}
          </Empty>
        }
      />
    </>
  )
}

function hasWords(cluster: ClusterSummary, words: string): boolean {
  const text = [cluster.name, cluster.kafkaVersion, cluster.release, cluster.instanceType, cluster.arn]
    .concat(cluster.nodes.map(({ endpoint }) => endpoint))
    .join(' ')
    .toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
