import { useTranslations } from 'use-intl'
import { formatBytes } from '@/lib/browser/format/bytes'
import type { ClusterDetail, ClusterSummary } from '@/lib/contract/console/clusters'
import { useNodeCounts } from '@/components/node/use-node-counts'

/** What deleting takes away, with every count that is known and a word for each that is not. */
export function useLosses(cluster: ClusterSummary, detail: ClusterDetail | null): string {
  const t = useTranslations('delete')
  const counts = { nodes: useNodeCounts()(cluster.nodes) }
  const diskBytes = detail?.diskBytes ?? null
  if (diskBytes === null) return t('countsUnknown', counts)
  const disk = formatBytes(diskBytes)
  if (cluster.power === 'off') return t('countsStopped', { ...counts, disk })
  const topics = detail?.topics ?? null
  return topics === null ? t('countsDisk', { ...counts, disk }) : t('counts', { ...counts, disk, topics })
}
