import { LEVELS, levelFor } from './retention'

/**
 * CloudWatch's rules about time: which periods there are, how a start is rounded, and how far back a period can
 * still be had (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html).
 */
const SECOND_MS = 1_000

const SHORT_PERIODS_S = [1, 5, 10, 20, 30]
/** Alarms know one period less: CloudWatch evaluates them every ten seconds at most. */
const SHORT_ALARM_PERIODS_S = [10, 20, 30]
const PERIOD_S_MAX = 86_400

export const isPeriod = (seconds: number): boolean => isOneOf(SHORT_PERIODS_S, seconds)
export const isAlarmPeriod = (seconds: number): boolean =>
  isOneOf(SHORT_ALARM_PERIODS_S, seconds) && seconds <= PERIOD_S_MAX

const isOneOf = (short: readonly number[], seconds: number): boolean =>
  short.includes(seconds) || (Number.isInteger(seconds) && seconds > 0 && seconds % 60 === 0)

/** A reading stands for ten seconds, so periods of one and of five seconds show the readings as they are. */
export const periodMsOf = (seconds: number): number => Math.max(seconds, 10) * SECOND_MS

export type Window = { from: number; to: number }

/**
 * The part of a window that can be read in this period: of what is older only coarser points are left, and
 * CloudWatch returns nothing for it rather than something else than was asked for. The start is rounded down to the
 * level that is kept at its age and to the period, so that every point stands for a whole one.
 */
export function readableWindow({ from, to }: Window, periodMs: number, now: number): Window {
  const rounded = roundDown(roundDown(from, pointMsAt(now - from)), periodMs)
  const keptFor = LEVELS[levelFor(periodMs)].keptMs
  const oldest = roundDown(now - keptFor, periodMs) + periodMs
  return { from: Math.max(rounded, oldest), to }
}

/** As far as anything is asked for within reach; a window in the future has no points. */
export const pointsIn = ({ from, to }: Window, periodMs: number): number =>
  Math.max(0, Math.ceil((to - from) / periodMs))

const roundDown = (at: number, stepMs: number): number => Math.floor(at / stepMs) * stepMs

/** The docs round to the minute within 15 days; younger points of ten seconds stay reachable by their own period. */
function pointMsAt(ageMs: number): number {
  const kept = LEVELS.find(({ keptMs }) => ageMs <= keptMs) ?? LEVELS[3]
  return kept.periodMs
}
