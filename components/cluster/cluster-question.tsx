'use client'

import { lazy, Suspense } from 'react'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

export type Question = 'stop' | 'growStorage' | 'growthRule' | 'pauseHealing' | 'delete'
type ClusterQuestionProps = { question: Question | null; cluster: ClusterSummary; onClose: () => void }

/** Loaded when it is first asked: a list of clusters must not wait for what deletes one. */
const DIALOGS = {
  stop: lazy(async () => ({ default: (await import('./stop-dialog')).StopDialog })),
  growStorage: lazy(async () => ({ default: (await import('./grow-storage-dialog')).GrowStorageDialog })),
  growthRule: lazy(async () => ({ default: (await import('./growth-rule-dialog')).GrowthRuleDialog })),
  pauseHealing: lazy(async () => ({ default: (await import('./healing/pause-dialog')).PauseDialog })),
  delete: lazy(async () => ({ default: (await import('./delete-dialog')).DeleteDialog })),
} as const satisfies Record<Question, unknown>

/** What is asked before a cluster is stopped, given more storage, left unhealed or deleted; null while nothing is. */
export function ClusterQuestion({ question, cluster, onClose }: ClusterQuestionProps) {
  if (question === null) return null
  const Dialog = DIALOGS[question]
  return (
    <Suspense>
      <Dialog cluster={cluster} open onClose={onClose} />
    </Suspense>
  )
}
