/** An alarm compares one series with a threshold. States and words are CloudWatch's. */
export const ALARM_STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const
export type AlarmState = (typeof ALARM_STATES)[number]

export const MISSING_DATA = ['missing', 'ignore', 'breaching', 'notBreaching'] as const
export type MissingData = (typeof MISSING_DATA)[number]

/** With the words in which a reason says that a value does. */
export const COMPARISONS = {
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
} as const
export type Comparison = keyof typeof COMPARISONS

/** In the order in which one chooses. */
export const COMPARISON_NAMES = [
  'GreaterThanThreshold',
  'GreaterThanOrEqualToThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
] as const satisfies readonly Comparison[]

export type AlarmRule = {
  comparison: Comparison
  threshold: number
  /** M of N: so many of the last N data points must breach. */
  datapointsToAlarm: number
  evaluationPeriods: number
  missingData: MissingData
}

/** CloudWatch looks at more periods than it needs, so that a late or missing data point does not decide. */
const EXTRA_PERIODS = 2

export const evaluationRange = ({ evaluationPeriods }: Pick<AlarmRule, 'evaluationPeriods'>): number =>
  evaluationPeriods + EXTRA_PERIODS

export function breaches({ comparison, threshold }: AlarmRule, value: number): boolean {
  switch (comparison) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold
    case 'GreaterThanThreshold':
      return value > threshold
    case 'LessThanThreshold':
      return value < threshold
    case 'LessThanOrEqualToThreshold':
      return value <= threshold
  }
}
