import { clsx } from 'clsx'
import { type Tone, toneFill } from './tone'

type MeterProps = {
  /** 0 to 1. */
  share: number
  tone?: Tone
  /** A tick where the alarm limit lies, 0 to 1. */
  limit?: number
  size?: 'thin' | 'normal'
  className?: string
}

/** The drawing of a share. The figure always stands beside it in words, so it says nothing of its own. */
export function Meter({ share, tone = 'idle', limit, size = 'normal', className }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  return (
    <div
      aria-hidden="true"
      className={clsx('relative rounded-1 bg-track', size === 'thin' ? 'h-1' : 'h-1.5', className)}
    >
      <i
        className={clsx('absolute inset-y-0 left-0 rounded-l-1', toneFill[tone])}
        style={{ width: `${percent}%` }}
      />
      {limit === undefined ? null : (
        <i className="absolute -inset-y-0.5 w-px bg-text-2" style={{ left: `${limit * 100}%` }} />
      )}
    </div>
  )
}

/** Disk: grey under 75 %, warn to 85 %, bad from 85 %, the alarm limit. */
export const DISK_LIMIT = 0.85
export function diskTone(share: number): Tone {
  if (share >= DISK_LIMIT) return 'bad'
  return share >= 0.75 ? 'warn' : 'idle'
}
