'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { useNodeName } from '@/components/node/node-name'
import { Time } from '@/components/text/time'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import { useEventWords } from './use-event-words'

const SHOWN = 12

/** What happened, newest first. */
export function EventsPanel({ operation }: { operation: OperationDetail }) {
  const t = useTranslations('operation')
  const nodeName = useNodeName()
  const words = useEventWords(operation)
  const [all, setAll] = useState(false)
  const newest = operation.events.toReversed()
  const shown = all ? newest : newest.slice(0, SHOWN)
  const where = (nodeId: number | null) => {
    const role = operation.rows.find((row) => row.nodeId === nodeId)?.role ?? null
    return nodeId === null ? t('wholeCluster') : nodeName({ nodeId, role })
  }
  return (
    <Panel
      title={t('events')}
      end={
        shown.length < newest.length ? (
          <TextLink asChild>
            <button type="button" onClick={() => setAll(true)}>
              {t('eventsAll', { count: newest.length })}
            </button>
          </TextLink>
        ) : undefined
      }
    >
      {newest.length === 0 ? (
        <Empty title={t('eventsEmpty')}>{t('eventsEmptyText')}</Empty>
      ) : (
        <table className="w-full text-13">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('eventTime')}</th>
              <th scope="col">{t('eventWhere')}</th>
              <th scope="col">{t('eventWhat')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((event, place) => (
              <tr
                key={`${event.at} ${newest.length - place}`}
                className="border-t border-line first:border-t-0"
              >
                <td className="w-28 py-1.5 pl-4 align-top whitespace-nowrap max-desk:w-24 max-desk:pl-3">
                  <Time iso={event.at} look="tenths" className="mono text-text-3" />
                </td>
                <td className="w-36 px-2 py-1.5 align-top whitespace-nowrap text-text-2 max-desk:w-24 max-desk:whitespace-normal">
                  {where(event.nodeId)}
                </td>
                <td className="px-2 py-1.5 pr-4 align-top [overflow-wrap:anywhere]">{words(event)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
