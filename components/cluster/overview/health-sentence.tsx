'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { bold } from '@/components/text/bold'
import { Sentences } from '@/components/text/sentences'
import { Announcer } from '@/components/ui/announcer'
import { StateIcon } from '@/components/ui/state-icon'
import type { StateLook } from '@/components/ui/state'
import { toneText } from '@/components/ui/tone'
import { serverNow } from '@/lib/browser/clock'
import { type Standing, standingOf } from '@/lib/browser/standing'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { STANDING_LOOKS } from '@/components/cluster/standing-looks'
import { useHealthWords } from './use-health-words'

/** The page in one sentence, spoken when it changes; how old it is changes every second and is only shown. */
export function HealthSentence({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('health')
  const words = useTranslations('standing')
  const standing = standingOf(cluster, serverNow())
  const look = healthLook(cluster, standing)
  const { key, values, more } = useHealthWords(cluster, standing)
  const lead = t.rich(key, { ...values, ...bold })
  const isDark = standing === 'noData'
  return (
    <div
      aria-live={isDark ? 'off' : 'polite'}
      className="flex max-w-[120ch] gap-2.5 text-16 tracking-[-0.006em] max-desk:text-[15px] max-desk:leading-[22px]"
    >
      <Announcer sentence={isDark ? words(standing) : ''} />
      <StateIcon shape={look.shape} className={clsx('mt-1 size-4', toneText[look.tone])} />
      <div className="min-w-0">
        <p>
          <Sentences parts={[lead, ...more]} />
        </p>
        {standing === 'failed' && cluster.stateMessage !== null ? (
          <pre className="mono mt-2 rounded-4 border border-bad-line bg-bad-tint px-3 py-2 text-12! leading-[18px] whitespace-pre-wrap text-text [overflow-wrap:anywhere]">
            {cluster.stateMessage}
          </pre>
        ) : null}
      </div>
    </div>
  )
}

/** Active is MSK’s word for the cluster; what clients feel is told by its partitions and brokers. */
function healthLook({ health }: ClusterDetail, standing: Standing): StateLook {
  if (standing !== 'active') return STANDING_LOOKS[standing]
  if ((health.offlinePartitions ?? 0) > 0) return { shape: 'failed', tone: 'bad' }
  const isBehind = (health.underReplicatedPartitions ?? 0) > 0 || health.servingBrokers < health.totalBrokers
  return isBehind ? { shape: 'behind', tone: 'warn' } : STANDING_LOOKS.active
}
