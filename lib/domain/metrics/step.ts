/** Figures are taken in steps of this length; topics of large clusters in steps of a minute, as MSK publishes them. */
export const STEP_MS = 10_000
export const SLOW_STEPS = 6
/** From so many topics on a broker they are read in slow steps. */
const TOPICS_MAX = 200

export const stepOf = (now: number): number => Math.floor(now / STEP_MS) * STEP_MS

/** The slow steps of nodes are spread, so that not all of them answer for thousands of topics at once. */
export const readsTopics = (at: number, nodeId: number, topics: number): boolean =>
  topics <= TOPICS_MAX || (at / STEP_MS + nodeId) % SLOW_STEPS === 0

export const topicPeriodMs = (topics: number): number =>
  topics <= TOPICS_MAX ? STEP_MS : STEP_MS * SLOW_STEPS

/** A clock that was set back this far was wrong before: it is believed again. */
const SET_BACK_MS = 15 * 60_000

/**
 * No step is measured twice: a clock set back a little leaves a gap until it has caught up. Null: nothing is measured
 * now.
 */
export function nextStep(last: number | null, now: number): number | null {
  const at = stepOf(now)
  return last === null || at > last || last - at > SET_BACK_MS ? at : null
}
