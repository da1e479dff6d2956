import { useLocale, useTranslations } from 'use-intl'
import { Aged } from '@/components/feedback/aged'
import { useDuration } from '@/components/text/use-duration'
import { type Fact, Facts } from '@/components/ui/facts'
import { serverNow } from '@/lib/browser/clock'
import { formatBytes } from '@/lib/browser/format/bytes'
import type { NodeDetail } from '@/lib/contract/console/nodes'
import { fillOf, volumeBytesOf } from '@/lib/domain/volume-limit'
import { servesClients } from '@/lib/domain/node'

/** Only what is measured; a dash is what is not known, never a zero. */
export function NodeFacts({ node }: { node: NodeDetail }) {
  const t = useTranslations('nodePage.facts')
  const duration = useDuration()
  const volumeNote = useVolumeNote()
  const dash = t('unknown')
  const { startedAt, pssBytes, diskBytes, logBytes, starts, volumeSizeGiB } = node
  const uptime: Fact = {
    key: 'uptime',
    term: t('uptime'),
    value: startedAt === null ? dash : duration(serverNow() - Date.parse(startedAt)),
    note: t('starts', { count: starts }),
  }
  const memory: Fact = {
    key: 'memory',
    term: t('memory'),
    value: <Aged at={node.memoryAt}>{pssBytes === null ? dash : formatBytes(pssBytes)}</Aged>,
    note: t('heap', { max: formatBytes(node.heapMaxMiB * 1024 ** 2) }),
  }
  const disk: Fact = {
    key: 'disk',
    term: t('disk'),
    value: diskBytes === null ? dash : formatBytes(diskBytes),
    note:
      volumeSizeGiB === null
        ? logBytes === null
          ? undefined
          : t('ofThatLog', { log: formatBytes(logBytes) })
        : volumeNote(node.volumeUsedBytes, volumeSizeGiB),
  }
  return <Facts facts={[uptime, memory, disk, ...usePartitionFacts(node, dash)]} />
}

/** What of it is data, against the size that ends it. */
function useVolumeNote() {
  const t = useTranslations('volumes')
  const facts = useTranslations('nodePage.facts')
  const locale = useLocale()
  return (used: number | null, size: number): string => {
    if (used === null) return facts('ofVolume', { size })
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
    const share = percent.format(fillOf(used, volumeBytesOf(size)))
    return t('dataOf', { used: formatBytes(used), size, percent: share })
  }
}

function usePartitionFacts(node: NodeDetail, dash: string): Fact[] {
  const t = useTranslations('nodePage.facts')
  const { role, leaderPartitions, inSyncReplicas, replicas, countedAt } = node
  if (!servesClients(role)) {
    return [{ key: 'quorum', term: t('quorum'), value: t(node.isQuorumLeader ? 'leads' : 'follows') }]
  }
  const inSync =
    inSyncReplicas === null || replicas === null ? dash : t('inSyncOf', { inSync: inSyncReplicas, replicas })
  return [
    { key: 'leaders', term: t('leaders'), value: <Aged at={countedAt}>{leaderPartitions ?? dash}</Aged> },
    { key: 'inSync', term: t('inSync'), value: <Aged at={countedAt}>{inSync}</Aged> },
  ]
}
