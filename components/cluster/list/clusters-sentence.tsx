import { useTranslations } from 'use-intl'
import { Sentences } from '@/components/text/sentences'
import { Announcer } from '@/components/ui/announcer'
import { serverNow } from '@/lib/browser/clock'
import { STANDINGS, type Standing, standingOf } from '@/lib/browser/standing'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { servesClients } from '@/lib/domain/node'

/** The page in one sentence; what is not Active is counted, and told to screen readers when it changes. */
export function ClustersSentence({ clusters }: { clusters: readonly ClusterSummary[] }) {
  const t = useTranslations('clusters')
  const brokers = clusters.flatMap(({ nodes }) => nodes).filter(({ role }) => servesClients(role)).length
  const counted = countStandings(clusters)
    .filter(({ standing }) => standing !== 'active')
    .map(({ standing, count }) => t(`standingCount.${standing}`, { count }))
  const list = counted.join(t('separator'))
  const states = counted.length === 0 ? t('allActive') : t('states', { list })
  return (
    <>
      <p>
        <Sentences parts={[t('counts', { clusters: clusters.length, brokers }), states]} />
      </p>
      <Announcer sentence={states} />
    </>
  )
}

/** Only what occurs, in the order of the vocabulary. */
export function countStandings(clusters: readonly ClusterSummary[]): { standing: Standing; count: number }[] {
  const standings = clusters.map((cluster) => standingOf(cluster, serverNow()))
  return STANDINGS.map((standing) => ({
    standing,
    count: standings.filter((candidate) => candidate === standing).length,
  })).filter(({ count }) => count > 0)
}
