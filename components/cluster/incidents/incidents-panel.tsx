'use client'

import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { asSentence } from '@/components/text/sentences'
import { Time } from '@/components/text/time'
import { useDuration } from '@/components/text/use-duration'
import { useNodeInSentence } from '@/components/node/node-name'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { StateIcon } from '@/components/ui/state-icon'
import { TextLink } from '@/components/ui/text-link'
import { serverNow } from '@/lib/browser/clock'
import { incidentsQuery } from '@/lib/browser/queries/clusters'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { IncidentView } from '@/lib/contract/console/incidents'

const SHOWN_AT_FIRST = 5

/** What went wrong by itself, and how long it took until it was right again. Nothing at all where nothing did. */
export function IncidentsPanel({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('incidents')
  const { data: incidents = [] } = useQuery(incidentsQuery(cluster.id))
  const [isWhole, setIsWhole] = useState(false)
  if (incidents.length === 0) return null
  const shown = isWhole ? incidents : incidents.slice(0, SHOWN_AT_FIRST)
  return (
    <Panel title={t('title')}>
      <ul>
        {shown.map((incident) => (
          <IncidentItem key={incident.id} cluster={cluster} incident={incident} />
        ))}
      </ul>
      {shown.length < incidents.length ? (
        <p className="border-t border-line px-4 py-2 max-desk:px-3">
          <Button size="small" onClick={() => setIsWhole(true)}>
            {t('all', { count: incidents.length })}
          </Button>
        </p>
      ) : null}
    </Panel>
  )
}

function IncidentItem({ cluster, incident }: { cluster: ClusterDetail; incident: IncidentView }) {
  const t = useTranslations('incidents')
  const nodeName = useNodeInSentence(cluster.nodes)
  const duration = useDuration()
  const { kind, nodeId, zoneId, detectedAt, endedAt, reason } = incident
  const lasts = endedAt === null
  const endMs = lasts ? serverNow() : Date.parse(endedAt)
  const zone = cluster.zones.find((each) => each.zoneId === zoneId)?.zoneName ?? zoneId ?? ''
  const words = asSentence(t(`kind.${kind}`, { node: nodeId === null ? '' : nodeName(nodeId), zone }))
  return (
    <li className="flex min-h-9 flex-wrap items-baseline gap-x-2 border-t border-line px-4 py-1.5 text-13 tabular-nums first:border-t-0 max-desk:px-3">
      <StateIcon
        shape={lasts ? 'failed' : 'check'}
        className={`mt-0.5 size-3.5 self-start ${lasts ? 'text-bad' : 'text-text-2'}`}
      />
      <span className="min-w-0 flex-1 basis-60">
        {nodeId === null ? (
          words
        ) : (
          <TextLink asChild kind="quiet">
            <NextLink href={routes.node(cluster.id, nodeId)}>{words}</NextLink>
          </TextLink>
        )}
        {reason === null ? null : (
          <span className="block text-12 text-text-2 [overflow-wrap:anywhere]">{reason}</span>
        )}
      </span>
      <span className={lasts ? 'text-bad' : 'text-text-2'}>
        {t(lasts ? 'lasts' : 'healed', { duration: duration(endMs - Date.parse(detectedAt)) })}
      </span>
      <span className="w-24 text-right text-text-2">
        <Time iso={detectedAt} look="short" />
      </span>
    </li>
  )
}
