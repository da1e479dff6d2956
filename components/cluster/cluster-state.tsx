'use client'

import { useTranslations } from 'use-intl'
import { RingingNote } from '@/components/alarm/ringing-note'
import { Meter } from '@/components/ui/meter'
import { State, StateBadge } from '@/components/ui/state'
import { useDuration } from '@/components/text/use-duration'
import { serverNow } from '@/lib/browser/clock'
import { lastStanding, standingOf } from '@/lib/browser/standing'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { STANDING_LOOKS } from './standing-looks'

/** Beside a title: the state, and how far the operation is. */
export function ClusterBadge({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('standing')
  const words = useTranslations()
  const standing = standingOf(cluster, serverNow())
  const { operation } = cluster
  const progress =
    operation === null || operation.totalRows === 0
      ? t(standing)
      : words('standingProgress', {
          standing: t(standing),
          done: operation.doneRows,
          total: operation.totalRows,
        })
  return (
    <StateBadge look={STANDING_LOOKS[standing]} source={cluster.state}>
      {progress}
    </StateBadge>
  )
}

/** In a table: the state, and under it the progress or when it was last seen. */
export function ClusterStateCell({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('standing')
  const standing = standingOf(cluster, serverNow())
  const look = STANDING_LOOKS[standing]
  const { operation } = cluster
  const share =
    operation === null || operation.totalRows === 0 ? null : operation.doneRows / operation.totalRows
  return (
    <>
      <div className="flex items-center gap-2.5">
        <State look={look} source={cluster.state}>
          {t(standing)}
        </State>
        {share === null ? null : (
          <>
            <Meter
              share={share}
              tone={look.tone}
              size="thin"
              className="w-18 max-wide:w-14 max-desk:hidden"
            />
            <span className="text-12 whitespace-nowrap text-text-2">{percent(share)}</span>
          </>
        )}
      </div>
      <StateNote cluster={cluster} />
      <RingingNote cluster={cluster} />
    </>
  )
}

function StateNote({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('clusters')
  const standings = useTranslations('standing')
  const duration = useDuration()
  const { operation, observedAt } = cluster
  const isDark = standingOf(cluster, serverNow()) === 'noData'
  if (!isDark && operation === null) return null
  const note =
    isDark && observedAt !== null
      ? t('lastSeen', {
          standing: standings(lastStanding(cluster)),
          age: duration(serverNow() - Date.parse(observedAt)),
        })
      : t('progressNodes', { done: operation?.doneRows ?? 0, total: operation?.totalRows ?? 0 })
  return <div className="ml-5 text-12 whitespace-nowrap text-text-2 max-desk:hidden">{note}</div>
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
