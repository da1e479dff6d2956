'use client'

import NextLink from 'next/link'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { bold } from '@/components/text/bold'
import { Button } from '@/components/ui/button'
import { ClusterQuestion } from '@/components/cluster/cluster-question'
import { useClusterOff } from '@/components/cluster/use-cluster-off'
import { formatBytes } from '@/lib/browser/format/bytes'
import { routes } from '@/lib/browser/routes'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { fillOf, volumeBytesOf } from '@/lib/domain/volume-limit'

/** That volumes are nearly full, what is done about it, and the three things a person can do. */
export function VolumesNote({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('volumes')
  const [isAsking, setIsAsking] = useState(false)
  const off = useClusterOff(cluster)
  const { volumes } = cluster
  if (volumes.action === 'NONE') return null
  const isCritical = volumes.action === 'CRITICAL_ACTION_REQUIRED'
  return (
    <Notice
      tone={isCritical ? 'bad' : 'warn'}
      shape={isCritical ? 'failed' : 'behind'}
      role={isCritical ? 'alert' : 'status'}
      actions={
        <>
          <Button kind="primary" onClick={() => setIsAsking(true)} offBecause={off('growStorage')}>
            {t('grow')}
          </Button>
          <Button asChild>
            <NextLink href={routes.clusterTopics(cluster.id)}>{t('topics')}</NextLink>
          </Button>
          <Button asChild>
            <NextLink href={routes.clusterConfiguration(cluster.id)}>{t('retention')}</NextLink>
          </Button>
        </>
      }
    >
      <NoteText cluster={cluster} />
      <ClusterQuestion
        question={isAsking ? 'growStorage' : null}
        cluster={cluster}
        onClose={() => setIsAsking(false)}
      />
    </Notice>
  )
}

function NoteText({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('volumes')
  const locale = useLocale()
  const { volumes, nodes, volumeSizeGiB } = cluster
  const volumeBytes = volumeBytesOf(volumeSizeGiB)
  const used = nodes.flatMap(({ volumeUsedBytes }) => volumeUsedBytes ?? [])
  const fullest = Math.max(0, ...used.map((bytes) => fillOf(bytes, volumeBytes)))
  const down = nodes.filter(({ isVolumeFull }) => isVolumeFull).map(({ nodeId }) => nodeId)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <>
      <p>
        {volumes.isHostLow
          ? t.rich('hostLow', bold)
          : t.rich('fill', { ...bold, fill: percent.format(fullest), size: volumeSizeGiB })}
      </p>
      {volumes.brakeRate === null ? null : <p>{t('braked', { rate: formatBytes(volumes.brakeRate) })}</p>}
      {down.length === 0 ? null : (
        <p>
          {t('down', { count: down.length, nodes: new Intl.ListFormat(locale).format(down.map(String)) })}
        </p>
      )}
      <p>{t('remedy')}</p>
    </>
  )
}
