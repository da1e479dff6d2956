import NextLink from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { useNodeInSentence } from '@/components/node/node-name'
import { asSentence } from '@/components/text/sentences'
import { Panel } from '@/components/ui/panel'
import { StateIcon } from '@/components/ui/state-icon'
import { TextLink } from '@/components/ui/text-link'
import { serverNow } from '@/lib/browser/clock'
import { minuteTime, shortTime } from '@/lib/browser/format/time'
import { routes } from '@/lib/browser/routes'
import type { CauseView, OutageView } from '@/lib/contract/console/availability'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

type OutagesPanelProps = { cluster: ClusterDetail; outages: readonly OutageView[] }

/** Minutes in which something failed, and what went on meanwhile. */
export function OutagesPanel({ cluster, outages }: OutagesPanelProps) {
  const t = useTranslations('availability')
  return (
    <Panel title={t('outages')} end={t('outagesSince')}>
      {outages.length === 0 ? (
        <Empty title={t('outagesEmpty')}>{t('outagesEmptyText')}</Empty>
      ) : (
        <ul>
          {outages.map((outage) => (
            <OutageItem key={outage.from} cluster={cluster} outage={outage} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function OutageItem({ cluster, outage }: { cluster: ClusterDetail; outage: OutageView }) {
  const t = useTranslations('availability')
  const locale = useLocale()
  const { from, until, write, read, causes } = outage
  const isDown = write.down + read.down > 0
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line px-4 py-2 text-13 tabular-nums first:border-t-0 max-desk:px-3">
      <StateIcon
        shape={isDown ? 'failed' : 'behind'}
        className={`mt-0.5 size-3.5 self-start ${isDown ? 'text-bad' : 'text-warn'}`}
      />
      <span className="w-36 flex-none text-text-2">
        {shortTime(Date.parse(from), serverNow(), locale)}–{minuteTime(Date.parse(until))}
      </span>
      <span className="min-w-0 flex-1 basis-60">
        {t(isDown ? 'lost' : 'disturbed', {
          write: write.down,
          read: read.down,
          failed: write.failed + read.failed,
        })}
        <span className="block text-12 text-text-2">
          {causes.length === 0
            ? t('noCause')
            : causes.map((cause) => (
                <span key={`${cause.is} ${cause.id}`} className="mr-3 inline-block">
                  <Cause cluster={cluster} cause={cause} />
                </span>
              ))}
        </span>
      </span>
    </li>
  )
}

function Cause({ cluster, cause }: { cluster: ClusterDetail; cause: CauseView }) {
  const incidents = useTranslations('incidents')
  const operations = useTranslations('operation')
  const drills = useTranslations('drills')
  const nodeName = useNodeInSentence(cluster.nodes)
  switch (cause.is) {
    case 'incident': {
      const { kind, nodeId, zoneId } = cause
      const zone = cluster.zones.find((each) => each.zoneId === zoneId)?.zoneName ?? zoneId ?? ''
      const words = incidents(`kind.${kind}`, { node: nodeId === null ? '' : nodeName(nodeId), zone })
      const href = nodeId === null ? routes.cluster(cluster.id) : routes.node(cluster.id, nodeId)
      return <CauseLink href={href}>{asSentence(words)}</CauseLink>
    }
    case 'operation':
      return (
        <CauseLink href={routes.operation(cluster.id, cause.id)}>
          {operations(`name.${cause.name}`)}
        </CauseLink>
      )
    case 'drill':
      return <CauseLink href={routes.drill(cluster.id, cause.id)}>{drills(`kind.${cause.kind}`)}</CauseLink>
  }
}

const CauseLink = ({ href, children }: { href: string; children: string }) => (
  <TextLink asChild kind="quiet">
    <NextLink href={href}>{children}</NextLink>
  </TextLink>
)
