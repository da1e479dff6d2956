import { useTranslations } from 'use-intl'
import { useReason } from '@/components/operation/use-reason'
import { asSentence } from '@/components/text/sentences'
import { useDuration } from '@/components/text/use-duration'
import { serverNow } from '@/lib/browser/clock'
import { clockTime } from '@/lib/browser/format/time'
import { lastStanding, type Standing } from '@/lib/browser/standing'
import type { ClusterDetail, HealthView } from '@/lib/contract/console/clusters'

type HealthKey = Exclude<Standing, never> | 'activePart' | 'failedUnknown'
type HealthWords = { key: HealthKey; values: Record<string, string | number>; more: string[] }

/** Which sentence fits, and what follows it: partitions where clients feel them, and what is waited for. */
export function useHealthWords(cluster: ClusterDetail, standing: Standing): HealthWords {
  const t = useTranslations('health')
  const standings = useTranslations('standing')
  const duration = useDuration()
  const reason = useReason(cluster.nodes)
  const { health, observedAt, name } = cluster
  const waiting = health.waitingFor === null ? [] : [waitWords(health.waitingFor)]
  const serving = health.servingBrokers + health.servingVoters
  const nodes = { serving: Math.min(serving, cluster.nodes.length), total: cluster.nodes.length }

  function waitWords(why: NonNullable<HealthView['waitingFor']>): string {
    return why.is === undefined
      ? t('waiting', { reason: reason(why) })
      : t('problem', { reason: asSentence(reason(why)) })
  }

  switch (standing) {
    case 'active': {
      const key = servesPart(health) ? 'activePart' : 'active'
      return { key, values: { name, ...brokers() }, more: [partitions(), ...waiting] }
    }
    case 'updating':
    case 'maintenance':
    case 'held':
    case 'rebooting':
    case 'healing':
    case 'unhealed':
      return { key: standing, values: { name, ...brokers() }, more: [partitions(), ...waiting] }
    case 'creating':
    case 'starting':
      return { key: standing, values: { name, ...nodes }, more: waiting }
    case 'stopping':
    case 'stopped':
    case 'deleting':
      return { key: standing, values: { name }, more: [] }
    case 'failed':
      return { key: cluster.stateMessage === null ? 'failedUnknown' : 'failed', values: { name }, more: [] }
    case 'noData': {
      const at = observedAt === null ? serverNow() : Date.parse(observedAt)
      const values = {
        age: duration(serverNow() - at),
        time: clockTime(at),
        standing: standings(lastStanding(cluster)),
      }
      return { key: standing, values, more: [] }
    }
  }

  function brokers() {
    const { servingBrokers, totalBrokers } = health
    const all = t('allBrokers', { count: totalBrokers })
    const some = t('someBrokers', { serving: servingBrokers, total: totalBrokers })
    return { brokers: servingBrokers === totalBrokers ? all : some }
  }

  function partitions(): string {
    const { partitions: total, offlinePartitions: offline, underReplicatedPartitions: behind } = health
    if (total === null || offline === null || behind === null) return t('partitionsUnknown')
    if (total === 0) return t('noPartitions')
    if (offline > 0) return t('offline', { offline, total })
    return behind > 0 ? t('behind', { behind, total }) : t('allInSync', { count: total })
  }
}

const servesPart = ({ offlinePartitions, servingBrokers, totalBrokers }: HealthView): boolean =>
  (offlinePartitions ?? 0) > 0 || servingBrokers < totalBrokers
