import { useTranslations } from 'use-intl'
import { formatBytes } from '@/lib/browser/format/bytes'
import type { ClusterDetail, ClusterSummary } from '@/lib/contract/console/clusters'
import { useNodeCounts } from '@/components/node/use-node-counts'

/** What deleting takes away, with every count that is known and a word for each that is not. */
export function useLosses(cluster: ClusterSummary, detail: ClusterDetail | null): string {
  const t = useTranslations('delete')
  const counts = { nodes: useNodeCounts()(cluster.nodes) }
  const topics = detail?.topics ?? null
  const measured = detail?.diskBytes ?? null
  // A topic has files from its first moment: nothing on disk beside topics was measured before they were made.
  const diskBytes = measured === 0 && topics !== 0 ? null : measured
  if (diskBytes === null)
    return topics === null || topics === 0
      ? t('countsUnknown', counts)
      : t('countsTopics', { ...counts, topics })
  const disk = formatBytes(diskBytes)
  if (cluster.power === 'off') return t('countsStopped', { ...counts, disk })
  return topics === null ? t('countsDisk', { ...counts, disk }) : t('counts', { ...counts, disk, topics })
}
