'use client'

import { useQueries } from '@tanstack/react-query'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { tellEnded } from '@/components/feedback/toast'
import { OPERATION_LOOKS } from '@/components/operation/operation-looks'
import { useDuration } from '@/components/text/use-duration'
import { TextLink } from '@/components/ui/text-link'
import { CallError } from '@/lib/browser/call-error'
import {
  forgetOperation,
  noOperations,
  ownOperations,
  watchOwnOperations,
} from '@/lib/browser/own-operations'
import { operationQuery } from '@/lib/browser/queries/operations'
import { routes } from '@/lib/browser/routes'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import { markTitle } from './use-title'

/** Tells when what one started here has ended, wherever one is by then; in a hidden tab its title says so too. */
export function OwnOperations() {
  const ids = useSyncExternalStore(watchOwnOperations, ownOperations, noOperations)
  const t = useTranslations('operation')
  const words = useTranslations('shell')
  const duration = useDuration()
  const pathname = usePathname()
  const queries = useQueries({
    queries: ids.map((id) => ({ ...operationQuery(id), refetchIntervalInBackground: true })),
  })
  const tell = useEffectEvent((operation: OperationDetail) => {
    const { id, clusterId, clusterName, name, state, startedAt, endedAt } = operation
    const href = routes.operation(clusterId, id)
    if (document.hidden) markTitle(state === 'COMPLETE' ? '✓ ' : '✕ ')
    // Its own page shows the end already.
    else if (pathname === href) return
    const took = Date.parse(endedAt ?? startedAt) - Date.parse(startedAt)
    tellEnded({
      look: OPERATION_LOOKS[state],
      stays: state !== 'COMPLETE',
      title: words('operationEnded', { kind: t(`name.${name}`), name: clusterName }),
      text: words('operationEndedText', { state: t(`state.${state}`), duration: duration(took) }),
      link: (
        <TextLink asChild>
          <NextLink href={href}>{words('viewOperation')}</NextLink>
        </TextLink>
      ),
    })
  })
  useEffect(() => {
    for (const [place, { data, error }] of queries.entries()) {
      const id = ids[place]
      if (id === undefined) continue
      const isGone = error instanceof CallError && error.isNotFound
      if (data !== undefined && data.id === id && data.state !== 'IN_PROGRESS') tell(data)
      else if (!isGone) continue
      forgetOperation(id)
    }
  }, [ids, queries])
  useEffect(() => {
    const seen = () => {
      if (!document.hidden) markTitle('')
    }
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [])
  return null
}
