import { LOOK_DEADLINE_MS } from '../deadlines'
import type { LookedAt, Verdict } from '../plan'

/** Nothing can be said before that was seen. */
export const lookFor = (what: LookedAt): Verdict => ({
  is: 'wait',
  why: { for: 'look', what },
  deadlineMs: LOOK_DEADLINE_MS,
})
