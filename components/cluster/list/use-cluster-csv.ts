import { useTranslations } from 'use-intl'
import { brokersOf, memoryBytes } from '@/components/cluster/cluster-figures'
import { serverNow } from '@/lib/browser/clock'
import { standingOf } from '@/lib/browser/standing'
import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

/** The list as a file: units in the heads, times as ISO, and the ARN for those who go on with it. */
export function useClusterCsv(): readonly CsvColumn<ClusterSummary>[] {
  const t = useTranslations('clusters.csv')
  const standings = useTranslations('standing')
  return [
    { header: t('name'), valueOf: ({ name }) => name },
    { header: t('state'), valueOf: (cluster) => standings(standingOf(cluster, serverNow())) },
    { header: t('version'), valueOf: ({ kafkaVersion }) => kafkaVersion },
    { header: t('release'), valueOf: ({ release }) => release },
    { header: t('type'), valueOf: ({ instanceType }) => instanceType },
    { header: t('brokers'), valueOf: (cluster) => brokersOf(cluster).length },
    { header: t('memory'), valueOf: memoryBytes },
    { header: t('created'), valueOf: ({ createdAt }) => createdAt },
    { header: t('arn'), valueOf: ({ arn }) => arn },
  ]
}
