import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { StateIcon, type StateShape } from '@/components/ui/state-icon'
import { type Tone, toneText } from '@/components/ui/tone'

const BOX: Record<Tone, string> = {
  ok: 'border-ok-line bg-ok-tint',
  run: 'border-run-line bg-run-tint',
  warn: 'border-warn-line bg-warn-tint',
  bad: 'border-bad-line bg-bad-tint',
  idle: 'border-line-strong bg-surface',
}

type NoticeProps = {
  tone: Tone
  shape: StateShape
  /** `alert` interrupts a screen reader, `status` waits for a pause; `none` for what changes every second. */
  role?: 'alert' | 'status' | 'none'
  /** Right end of the first line. */
  end?: ReactNode
  actions?: ReactNode
  className?: string
  children: ReactNode
}

/** One message in the place it is about: what is so, why, what to do. */
export function Notice({ tone, shape, role = 'status', end, actions, className, children }: NoticeProps) {
  return (
    <div
      role={role === 'none' ? undefined : role}
      className={clsx('flex gap-2.5 rounded-6 border px-4 py-3 text-13 max-desk:px-3', BOX[tone], className)}
    >
      <StateIcon shape={shape} className={clsx('mt-0.5 size-4', toneText[tone])} />
      <div className="grid min-w-0 flex-1 justify-items-start gap-2">
        <div className="min-w-0 [overflow-wrap:anywhere]">{children}</div>
        {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {end === undefined ? null : (
        <div className="ml-auto flex-none text-12 text-text-2 max-desk:hidden">{end}</div>
      )}
    </div>
  )
}
