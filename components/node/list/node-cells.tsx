import { clsx } from 'clsx'
import NextLink from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { Aged } from '@/components/feedback/aged'
import { HEALTH_LOOKS } from '@/components/node/health-looks'
import { useNodeName } from '@/components/node/node-name'
import { useDuration } from '@/components/text/use-duration'
import { DISK_LIMIT, diskTone, Meter } from '@/components/ui/meter'
import { toneText } from '@/components/ui/tone'
import { State } from '@/components/ui/state'
import { serverNow } from '@/lib/browser/clock'
import { formatBytes } from '@/lib/browser/format/bytes'
import { routes } from '@/lib/browser/routes'
import { fillOf, volumeBytesOf } from '@/lib/domain/volume-limit'
import type { NodeRow } from './node-row'

type ColumnName =
  'volume' | 'name' | 'zone' | 'address' | 'health' | 'leaders' | 'inSync' | 'memory' | 'uptime' | 'restarts'
type CellProps = { node: NodeRow }

export function ColumnHead({ name }: { name: ColumnName }) {
  return useTranslations('nodes.columns')(name)
}

export function NameCell({ node }: CellProps) {
  const t = useTranslations('nodes.role')
  return (
    <div className="min-w-0">
      <NextLink
        href={routes.node(node.clusterId, node.nodeId)}
        data-row-link
        className="-my-[3px] inline-block py-[3px] font-[550] whitespace-nowrap text-text underline-offset-2 outline-none hover:underline"
      >
        {useNodeName()(node)}
      </NextLink>
      <div className="text-12 text-text-3">
        {node.role === 'combined' ? <span className="block">{t('combined')}</span> : null}
        <span className="normal-nums desk:hidden">{node.zoneName}</span>
        <span className="mono block desk:hidden">{node.endpoint}</span>
      </div>
    </div>
  )
}

export function AddressCell({ node: { endpoint, externalEndpoint } }: CellProps) {
  return (
    <div className="mono whitespace-nowrap text-text-2">
      {endpoint}
      {externalEndpoint === null ? null : <div className="text-text-3">{externalEndpoint}</div>}
    </div>
  )
}

/** Who leads the quorum is told with the state: it is the one thing of a voter that one looks for. */
export function HealthCell({ node: { health, isQuorumLeader } }: CellProps) {
  const t = useTranslations('node')
  const nodes = useTranslations('nodes')
  return (
    <div>
      <State look={HEALTH_LOOKS[health]}>{t(`health.${health}`)}</State>
      {isQuorumLeader && health === 'serving' ? (
        <div className="text-12 whitespace-nowrap text-text-3">{nodes('leadsQuorum')}</div>
      ) : null}
    </div>
  )
}

export function LeadersCell({ node: { leaderPartitions, countedAt } }: CellProps) {
  return leaderPartitions === null ? <Dash /> : <Aged at={countedAt}>{leaderPartitions}</Aged>
}

export function ReplicasCell({ node: { inSyncReplicas, replicas, countedAt } }: CellProps) {
  const t = useTranslations('node')
  if (inSyncReplicas === null || replicas === null) return <Dash />
  return (
    <Aged at={countedAt} className={inSyncReplicas < replicas ? 'font-semibold text-warn' : undefined}>
      {t('inSyncCount', { inSync: inSyncReplicas, replicas })}
    </Aged>
  )
}

export function MemoryCell({ node: { pssBytes, memoryAt } }: CellProps) {
  return pssBytes === null ? <Dash /> : <Aged at={memoryAt}>{formatBytes(pssBytes)}</Aged>
}

export function VolumeCell({ node: { volumeUsedBytes: used, volumeSizeGiB: size } }: CellProps) {
  const t = useTranslations('volumes')
  const locale = useLocale()
  if (used === null || size === null) return <Dash />
  const share = fillOf(used, volumeBytesOf(size))
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
  return (
    <div className={clsx('whitespace-nowrap', toneText[diskTone(share)])}>
      {t('used', { used: formatBytes(used), percent })}
      <Meter share={share} tone={diskTone(share)} limit={DISK_LIMIT} size="thin" className="mt-1" />
    </div>
  )
}

export function UptimeCell({ node: { startedAt } }: CellProps) {
  const duration = useDuration()
  return startedAt === null ? <Dash /> : duration(serverNow() - Date.parse(startedAt))
}

export function StartsCell({ node: { starts } }: CellProps) {
  return starts === 0 ? <Dash /> : starts - 1
}

function Dash() {
  const t = useTranslations('node')
  return <span className="text-text-3">{t('none')}</span>
}
