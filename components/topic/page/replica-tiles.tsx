import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import type { TopicPartition } from '@/lib/contract/console/topics'

const KINDS = {
  leader: 'size-[9px] bg-cell-lead',
  follower: 'size-[9px] bg-cell-fol',
  behind: 'size-[11px] shadow-[inset_0_0_0_2px_var(--warn)]',
} as const

/** A square a copy with its broker’s number: the leader dark, followers light, those behind hollow and larger. */
export function ReplicaTiles({ partition }: { partition: TopicPartition }) {
  const t = useTranslations('topic.replica')
  const { leader, replicas, isr } = partition
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      {replicas.map((broker) => {
        const kind = broker === leader ? 'leader' : isr.includes(broker) ? 'follower' : 'behind'
        const words = t(kind, { broker })
        return (
          <span key={broker} title={words} className="inline-flex min-w-8 items-center gap-1.5">
            <i aria-hidden="true" className={clsx('rounded-1', KINDS[kind])} />
            <span aria-hidden="true">{broker}</span>
            <span className="sr-only">{words}</span>
          </span>
        )
      })}
    </span>
  )
}
