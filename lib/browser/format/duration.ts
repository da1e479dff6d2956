/** A duration taken apart, rounded as it is said: under 10 s with one decimal, then whole seconds. */
export type DurationParts =
  | { is: 'seconds'; seconds: string }
  | { is: 'minutes'; minutes: number; seconds: number }
  | { is: 'hours'; hours: number; minutes: number }
  | { is: 'days'; days: number; hours: number }

/** `exact` keeps the decimal up to a minute: the clock of an operation in view. `rough` has none: an estimate. */
export function durationParts(ms: number, { exact = false, rough = false } = {}): DurationParts {
  const tenths = Math.round(Math.max(0, ms) / 100)
  if ((tenths < 100 && !rough) || (exact && tenths < 600))
    return { is: 'seconds', seconds: (tenths / 10).toFixed(1) }
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return { is: 'seconds', seconds: String(seconds) }
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return { is: 'minutes', minutes, seconds: seconds % 60 }
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return { is: 'hours', hours, minutes: minutes % 60 }
  return { is: 'days', days: Math.floor(hours / 24), hours: hours % 24 }
}
