'use client'

import { useTranslations } from 'use-intl'
import { useClusterGone } from '@/components/cluster/use-cluster-gone'
import { Notice } from '@/components/feedback/notice'
import { LogButton } from '@/components/node/log-button'
import { bold } from '@/components/text/bold'
import { asSentence, Sentences } from '@/components/text/sentences'
import { useDuration } from '@/components/text/use-duration'
import { Announcer } from '@/components/ui/announcer'
import { serverNow } from '@/lib/browser/clock'
import { isSettled, type Lane } from '@/lib/browser/operation/lanes'
import { wasUndone } from '@/lib/browser/operation/was-undone'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import { useReason } from './use-reason'

type OperationLineProps = { operation: OperationDetail; lanes: readonly Lane[] }

/** The guard line: what it waits for and how long; at the end how it ended. */
export function OperationLine({ operation, lanes }: OperationLineProps) {
  const t = useTranslations('operation')
  const reason = useReason(operation.rows.flatMap(nodeOf))
  const { kind, clusterName: name, problem } = operation
  switch (operation.state) {
    case 'IN_PROGRESS':
      return <WaitingLine operation={operation} lanes={lanes} />
    case 'COMPLETE':
      return (
        <Notice
          tone={problem === null ? 'ok' : 'warn'}
          shape={problem === null ? 'settled' : 'behind'}
          className="text-14"
        >
          <Sentences
            parts={[
              t.rich(operation.name === 'REBALANCE' ? 'completeMoves' : `complete.${kind}`, {
                name,
                ...bold,
              }),
              problem === null ? null : t('completeWarning', { reason: asSentence(reason(problem)) }),
            ]}
          />
        </Notice>
      )
    case 'CANCELLED':
      return (
        <Notice tone="idle" shape="cancelled" className="text-14">
          {t.rich(problem?.is === 'cancelled' ? 'takenBack' : 'cancelled', { name, ...bold })}
        </Notice>
      )
    case 'FAILED':
      return <FailedLine operation={operation} lanes={lanes} />
  }
}

function WaitingLine({ operation, lanes }: OperationLineProps) {
  const t = useTranslations('operation')
  const duration = useDuration()
  const reason = useReason(operation.rows.flatMap(nodeOf))
  // What has been waited for longest is what holds the rest up.
  const [held] = lanes
    .filter(({ phase, why }) => !isSettled(phase) && why !== null)
    .toSorted(
      (a, b) => Number(b.why?.is !== undefined) - Number(a.why?.is !== undefined) || a.sinceMs - b.sinceMs,
    )
  if (held === undefined || held.why === null) {
    return (
      <Notice tone="run" shape="half" className="text-14">
        {t.rich('working', bold)}
      </Notice>
    )
  }
  const isTrouble = held.why.is !== undefined
  const words = reason(held.why)
  return (
    <Notice
      tone={isTrouble ? 'warn' : 'run'}
      shape={isTrouble ? 'behind' : 'next'}
      role="none"
      className="text-14"
    >
      <Announcer sentence={isTrouble ? asSentence(words) : t('waitsFor', { reason: words })} />
      {t.rich(isTrouble ? 'problemNow' : 'waiting', {
        reason: isTrouble ? asSentence(words) : words,
        duration: duration(serverNow() - held.sinceMs),
        ...bold,
      })}
    </Notice>
  )
}

/** The log’s own reason, and the log itself one press away. */
function FailedLine({ operation, lanes }: OperationLineProps) {
  const t = useTranslations('operation')
  const words = useReason(operation.rows.flatMap(nodeOf))
  const { problem, errorMessage, kind, name, clusterId } = operation
  const failed = lanes.find(({ phase }) => phase === 'failed')
  const isGone = useClusterGone(clusterId)
  const node = failed === undefined || isGone ? null : loggedNode(failed)
  const reason =
    problem === null ? (errorMessage ?? '') : t('sentence', { words: asSentence(words(problem)) })
  return (
    <Notice
      tone="bad"
      shape="failed"
      role="alert"
      className="text-14"
      actions={
        node === null ? undefined : (
          <LogButton clusterId={clusterId} node={node} words="node" className="border-bad-line!" />
        )
      }
    >
      <Sentences
        parts={[
          <span key="first" className="whitespace-pre-wrap">
            {t.rich('failed', { kind: t(`name.${name}`), reason, ...bold })}
          </span>,
          kind === 'CREATE' ? t('failedNext') : null,
          wasUndone(operation) && problem?.is !== 'undone'
            ? t('sentence', { words: words({ is: 'undone' }) })
            : null,
        ]}
      />
    </Notice>
  )
}

const nodeOf = ({ nodeId, role }: Pick<Lane, 'nodeId' | 'role'>) =>
  nodeId === null ? [] : [{ nodeId, role }]

export function loggedNode({ nodeId, role, endpoint }: Lane) {
  return nodeId === null || role === null ? null : { nodeId, role, endpoint }
}
