import { lazy, Suspense, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { z } from 'zod'
import { Notice } from '@/components/feedback/notice'
import { useNodeInSentence } from '@/components/node/node-name'
import { Button } from '@/components/ui/button'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

/** Asked for seldom: its form is loaded when it is. */
const HeldDialog = lazy(async () => ({ default: (await import('./held-dialog')).HeldDialog }))

const heldSchema = z.object({
  is: z.literal('held'),
  unknown: z.array(z.number()),
  missing: z.array(z.number()),
})

/** What differs between the machine and the database, and the way to decide; why it waits is said above. */
export function HeldNote({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('held')
  const nodeName = useNodeInSentence(cluster.nodes)
  const list = new Intl.ListFormat(useLocale())
  const [isAsking, setIsAsking] = useState(false)
  if (!cluster.isHeld) return null
  const { unknown, missing } = heldSchema.safeParse(cluster.health.waitingFor).data ?? UNSEEN
  const named = (nodes: readonly number[]) => ({
    nodes: list.format(nodes.map(nodeName)),
    count: nodes.length,
  })
  const differences = [
    unknown.length > 0 ? t('unknown', named(unknown)) : null,
    missing.length > 0 ? t('missing', named(missing)) : null,
  ].filter((sentence) => sentence !== null)
  return (
    <Notice
      tone="bad"
      shape="paused"
      role="alert"
      actions={
        <Button kind="primary" onClick={() => setIsAsking(true)}>
          {t('decide')}
        </Button>
      }
    >
      {differences.length > 0 ? differences.join(' ') : t('same')}
      {isAsking ? (
        <Suspense>
          <HeldDialog cluster={cluster} onClose={() => setIsAsking(false)} />
        </Suspense>
      ) : null}
    </Notice>
  )
}

const UNSEEN: { unknown: number[]; missing: number[] } = { unknown: [], missing: [] }
