import { useTranslations } from 'use-intl'
import { useNodeName } from '@/components/node/node-name'
import { useDuration } from '@/components/text/use-duration'
import { type Fact, Facts } from '@/components/ui/facts'
import { serverNow } from '@/lib/browser/clock'
import { clockTime } from '@/lib/browser/format/time'
import type { NodeView } from '@/lib/contract/console/clusters'
import type { DrillDetail } from '@/lib/contract/console/drills'
import { healingFrom } from '@/lib/domain/drill/advance'
import { injectedAt, madeAt } from '@/lib/domain/drill/record'

/** Whom it hits and the times that count, as they come. */
export function DrillFacts({ drill, nodes }: { drill: DrillDetail; nodes: readonly NodeView[] }) {
  const t = useTranslations('drills.one')
  const duration = useDuration()
  const nodeName = useNodeName()
  const { record, endedAt, startedAt, state } = drill
  const { marks } = record
  const from = madeAt(record)
  const seenAt = injectedAt(record)
  const isRunning = state === 'RUNNING'
  const after = (since: number | null, at: number | null): string =>
    since === null || at === null
      ? t(isRunning ? 'notYet' : 'never')
      : duration(Math.max(0, at - since), { exact: true })
  const healing = from === null ? null : healingFrom(record)
  const facts: Fact[] = [
    {
      key: 'hits',
      term: t('hits'),
      value: drill.targets
        .map((nodeId) =>
          nodeName({ nodeId, role: nodes.find((node) => node.nodeId === nodeId)?.role ?? null }),
        )
        .join(', '),
    },
    {
      key: 'injected',
      term: t('injected'),
      value: seenAt === null ? t(isRunning ? 'notYet' : 'never') : clockTime(seenAt),
    },
    { key: 'detected', term: t('detected'), value: after(from, marks.detectedAt) },
    { key: 'elsewhere', term: t('elsewhere'), value: after(from, marks.elsewhereAt) },
    { key: 'healed', term: t('healed'), value: after(healing, marks.healedAt) },
    { key: 'fullIsr', term: t('fullIsr'), value: after(healing, marks.fullIsrAt) },
    {
      key: 'took',
      term: t('took'),
      value: duration((endedAt === null ? serverNow() : Date.parse(endedAt)) - Date.parse(startedAt), {
        exact: true,
      }),
    },
  ]
  return <Facts facts={facts} size="big" />
}
