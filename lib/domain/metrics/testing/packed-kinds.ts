import { encodeChunk } from '../chunk'
import { keptValue } from '../kept-value'
import { LEVELS } from '../retention'
import type { Bucket } from '../series'
import { inPeriods, ofValue } from '../statistics'
import { METRIC_KINDS, randomOf } from './metric-kinds'

export type PackedChunk = { bytes: Uint8Array; points: number }

/** One full chunk of each level, rolled up from the same two days of readings. A chunk does not know its own time. */
export function packedKind(kind: number, seed: number): readonly PackedChunk[] {
  const source = METRIC_KINDS[kind]?.source(randomOf(seed)) ?? (() => 0)
  const { spanMs } = LEVELS[3]
  const readings = Array.from({ length: spanMs / LEVELS[0].periodMs }, (_, index): Bucket => {
    const value = keptValue(source(index)) ?? 0
    return { at: index * LEVELS[0].periodMs, ...ofValue(value) }
  })
  return LEVELS.map((level) => {
    const buckets = inPeriods(readings, level.periodMs).filter(({ at }) => at < level.spanMs)
    return { bytes: encodeChunk(buckets, 0, level.periodMs), points: buckets.length }
  })
}
