import { clsx } from 'clsx'
import { type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { HEALTH_LOOKS, type NodeHealth } from '@/components/node/health-looks'
import { useNodeName } from '@/components/node/node-name'
import { bold } from '@/components/text/bold'
import { Sentences } from '@/components/text/sentences'
import { useDuration } from '@/components/text/use-duration'
import { StateIcon } from '@/components/ui/state-icon'
import { toneText } from '@/components/ui/tone'
import { serverNow } from '@/lib/browser/clock'
import { clockTime } from '@/lib/browser/format/time'
import { type NodeSentence, nodeSentence, recentExit } from '@/lib/browser/node/node-sentence'
import type { NodeDetail } from '@/lib/contract/console/nodes'

/** The page in one sentence, spoken when it changes; the log's own reason stands below it, whole. */
export function NodeStateSentence({ node }: { node: NodeDetail }) {
  const now = serverNow()
  const sentence = nodeSentence(node, now)
  const look = HEALTH_LOOKS[HEALTH_OF[sentence.is]]
  const exit = recentExit(node.boots, now)
  const reason = 'reason' in sentence ? sentence.reason : (exit?.reason ?? null)
  return (
    <div
      aria-live="polite"
      className="flex max-w-[120ch] gap-2.5 text-16 tracking-[-0.006em] max-desk:text-[15px] max-desk:leading-[22px]"
    >
      <StateIcon shape={look.shape} className={clsx('mt-1 size-4', toneText[look.tone])} />
      <div className="min-w-0">
        <p>
          <Sentences parts={useWords(node, sentence, exit?.endedAt ?? null)} />
        </p>
        {reason === null ? null : (
          <pre className="mono mt-2 rounded-4 border border-line bg-sunken px-3 py-2 text-12! leading-[18px] whitespace-pre-wrap text-text [overflow-wrap:anywhere]">
            {reason}
          </pre>
        )}
      </div>
    </div>
  )
}

const HEALTH_OF: Record<NodeSentence['is'], NodeHealth> = {
  noData: 'unknown',
  unseen: 'unknown',
  serving: 'serving',
  starting: 'starting',
  stopping: 'stopping',
  off: 'stopped',
  waits: 'stopped',
  silent: 'notServing',
  ended: 'notServing',
  failed: 'failed',
}

function useWords(node: NodeDetail, sentence: NodeSentence, exitAt: string | null): ReactNode[] {
  const t = useTranslations('nodePage.sentence')
  const duration = useDuration()
  const values = { name: useNodeName()(node), ...bold }
  const at = (iso: string) => clockTime(Date.parse(iso))
  const before = exitAt === null ? [] : [t('endedBefore', { time: at(exitAt) })]
  switch (sentence.is) {
    case 'noData':
      return [t.rich('noData', { ...values, time: at(sentence.at) })]
    case 'serving':
      return [
        sentence.since === null
          ? t.rich('serving', values)
          : t.rich('servingSince', { ...values, time: at(sentence.since) }),
        ...(sentence.tookMs === null ? [] : [t('took', { duration: duration(sentence.tookMs) })]),
        ...before,
      ]
    case 'starting':
      return [t.rich('starting', { ...values, duration: duration(sentence.forMs ?? 0) }), ...before]
    case 'silent':
      return [t.rich('silent', values), t('silentWhy')]
    case 'ended':
      return [
        t.rich('ended', { ...values, time: at(sentence.at) }),
        t(sentence.isLeft ? 'endedLeft' : 'endedNext'),
      ]
    case 'failed':
      return [t.rich('failed', values), t('failedNext')]
    case 'unseen':
    case 'stopping':
    case 'off':
    case 'waits':
      return [t.rich(sentence.is, values)]
  }
}
