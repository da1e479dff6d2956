import type { StateLook } from '@/components/ui/state'
import type { RowPhase } from '@/lib/domain/plan/plan'

export const PHASE_LOOKS: Record<RowPhase, StateLook> = {
  waiting: { shape: 'waiting', tone: 'idle' },
  next: { shape: 'next', tone: 'run' },
  fetching: { shape: 'turning', tone: 'run' },
  starting: { shape: 'turning', tone: 'run' },
  recovering: { shape: 'turning', tone: 'run' },
  joining: { shape: 'half', tone: 'run' },
  catchingUp: { shape: 'half', tone: 'run' },
  stopping: { shape: 'turning', tone: 'run' },
  removing: { shape: 'turning', tone: 'run' },
  done: { shape: 'check', tone: 'ok' },
  failed: { shape: 'failed', tone: 'bad' },
}

/**
 * How a stretch of a phase is drawn: grey once it is over, blue while it runs. The patterns differ without colour;
 * phases that never follow each other in one operation share one.
 */
const HATCH =
  'bg-[repeating-linear-gradient(135deg,var(--stroke)_0_1.5px,transparent_1.5px_4px)] shadow-[inset_0_0_0_1px_var(--edge)]'
const LIGHT = 'bg-[color-mix(in_oklab,var(--fill)_30%,var(--surface))] shadow-[inset_0_0_0_1px_var(--edge)]'
const MIDDLE = 'bg-[color-mix(in_oklab,var(--fill)_62%,var(--surface))] shadow-[inset_0_0_0_1px_var(--edge)]'
const STRIPES =
  'bg-[repeating-linear-gradient(90deg,var(--stroke)_0_1px,transparent_1px_3px)] shadow-[inset_0_0_0_1px_var(--edge)]'
const FULL = 'bg-[var(--fill)]'

export const PHASE_FILLS: Record<RowPhase, string> = {
  waiting: '',
  next: '',
  fetching: HATCH,
  starting: LIGHT,
  recovering: STRIPES,
  joining: MIDDLE,
  catchingUp: FULL,
  stopping: HATCH,
  removing: FULL,
  done: '',
  failed: '',
}

/** Variables the fills are drawn with. */
export const OVER = '[--edge:var(--line-control)] [--fill:var(--bar)] [--stroke:var(--cell-fol)]'
export const RUNNING = '[--edge:var(--run-solid)] [--fill:var(--run-solid)] [--stroke:var(--run-solid)]'
