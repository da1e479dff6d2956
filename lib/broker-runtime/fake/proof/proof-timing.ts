import { LAPTOP_TIMING, type FakeTiming } from '../timing'

/** As on a laptop, but followers take long enough to catch up that a hasty planner is caught at it. */
export const PROOF_TIMING: FakeTiming = { ...LAPTOP_TIMING, catchUpMs: 900, catchUpSpreadMs: 9_000 }
