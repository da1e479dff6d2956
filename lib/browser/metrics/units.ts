/** Units of CloudWatch that Mosaik's metrics have. */
export type MetricUnit =
  'Count' | 'Count/Second' | 'Bytes' | 'Bytes/Second' | 'Milliseconds' | 'Seconds' | 'Percent' | 'None'

/** A unit as people read it. What is said of counts is a word and is looked up by `label`. */
export type UnitScale = { divisor: number; label: UnitLabel; digitsMax: number }
export type UnitLabel = (typeof UNIT_LABELS)[number]
export const UNIT_LABELS = [
  'none',
  'count',
  'countK',
  'countM',
  'perSecond',
  'perSecondK',
  'perSecondM',
  'bytes',
  'kibibytes',
  'mebibytes',
  'gibibytes',
  'tebibytes',
  'bytesPerSecond',
  'kilobytesPerSecond',
  'megabytesPerSecond',
  'gigabytesPerSecond',
  'milliseconds',
  'seconds',
  'minutes',
  'hours',
  'percent',
] as const

type Rung = readonly [from: number, label: UnitLabel]

/** Rates of bytes count in thousands, as networks do; amounts in 1,024s, as memory and disks here do. */
const LADDERS: Record<MetricUnit, readonly Rung[]> = {
  None: [[1, 'none']],
  Percent: [[1, 'percent']],
  Count: [
    [1, 'count'],
    [1e5, 'countK'],
    [1e7, 'countM'],
  ],
  'Count/Second': [
    [1, 'perSecond'],
    [1e4, 'perSecondK'],
    [1e7, 'perSecondM'],
  ],
  Bytes: [
    [1, 'bytes'],
    [1024, 'kibibytes'],
    [1024 ** 2, 'mebibytes'],
    [1024 ** 3, 'gibibytes'],
    [1024 ** 4, 'tebibytes'],
  ],
  'Bytes/Second': [
    [1, 'bytesPerSecond'],
    [1e3, 'kilobytesPerSecond'],
    [1e6, 'megabytesPerSecond'],
    [1e9, 'gigabytesPerSecond'],
  ],
  Milliseconds: [
    [1, 'milliseconds'],
    [1e4, 'seconds'],
  ],
  Seconds: [
    [1, 'seconds'],
    [600, 'minutes'],
    [36_000, 'hours'],
  ],
}
/** Where a rung begins and what it is divided by are the same, but for these. */
const DIVISORS: Partial<Record<UnitLabel, number>> = {
  countK: 1e3,
  countM: 1e6,
  perSecondK: 1e3,
  perSecondM: 1e6,
  minutes: 60,
  hours: 3600,
}

/** The unit for a whole chart: the largest in which its highest value is at least one. */
export function unitScale(unit: MetricUnit, most: number): UnitScale {
  const rungs = LADDERS[unit]
  const [from, label] = rungs.findLast(([begin]) => Math.abs(most) >= begin) ?? rungs[0] ?? [1, 'none']
  const divisor = label === 'seconds' && unit === 'Milliseconds' ? 1000 : (DIVISORS[label] ?? from)
  return { divisor, label, digitsMax: unit === 'None' ? 3 : 2 }
}

/** Three digits that count: 0.42, 6.4, 41.9, 412, 48,210. */
export function formatValue(value: number, { divisor, digitsMax }: UnitScale): string {
  const scaled = value / divisor
  const size = Math.abs(scaled)
  const digits =
    size === 0 || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? Math.min(2, digitsMax) : digitsMax
  return scaled.toLocaleString('en', { maximumFractionDigits: digits })
}

/** On the axis: as few digits as the distance between its lines needs. */
export const formatTick = (value: number, { divisor }: UnitScale): string =>
  (value / divisor).toLocaleString('en', { maximumFractionDigits: 6, maximumSignificantDigits: 6 })
