import type { Comparison } from './alarm'
import { recommendedFor } from './recommended'

/** Of these little is the trouble. */
const WELL_WHEN_HIGH = ['CpuIdle', 'MemoryFree', 'SwapFree', 'GlobalTopicCount', 'LeaderCount']
/** So much beyond what was normal is worth a look. */
const BEYOND = 1.5

export type SuggestedCondition = {
  comparison: Comparison
  /** Null: nothing but zero was measured, which says nothing about too much. */
  threshold: number | null
  periodS: number
  evaluationPeriods: number
  /** The best practices name it; else it comes from what was measured. */
  isRecommended: boolean
}

/** A limit to begin with: MSK's where its best practices name one, else half as much again as was seen. */
export function suggestCondition(metrics: readonly string[], values: readonly number[]): SuggestedCondition {
  const known = recommendedFor(metrics)
  if (known !== null)
    return {
      comparison: known.ComparisonOperator,
      threshold: known.Threshold,
      periodS: known.Period,
      evaluationPeriods: known.EvaluationPeriods,
      isRecommended: true,
    }
  const isWellWhenHigh = metrics.some((metric) => WELL_WHEN_HIGH.includes(metric))
  const seen = values.reduce(
    (most, value) => (isWellWhenHigh ? Math.min : Math.max)(most, value),
    values[0] ?? 0,
  )
  const threshold = isWellWhenHigh ? seen / BEYOND : seen * BEYOND
  return {
    comparison: isWellWhenHigh ? 'LessThanThreshold' : 'GreaterThanThreshold',
    threshold: seen === 0 ? null : twoDigits(threshold),
    periodS: 60,
    evaluationPeriods: 5,
    isRecommended: false,
  }
}

const twoDigits = (value: number): number => Number(value.toPrecision(2))
