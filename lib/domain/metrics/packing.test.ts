import { expect, test } from 'vitest'
import { LEVEL_INDEXES, LEVELS } from './retention'
import { METRIC_KINDS } from './testing/metric-kinds'
import { packedKind } from './testing/packed-kinds'

test('a cluster’s metrics take less than eight bytes a point at every level and over all that is kept', () => {
  const kinds = METRIC_KINDS.map(({ share }, kind) => ({ share, chunks: packedKind(kind, kind) }))
  const bytesAt = LEVEL_INDEXES.map((level) =>
    kinds.reduce((sum, { share, chunks }) => {
      const { bytes, points } = chunks[level] ?? { bytes: new Uint8Array(), points: 1 }
      return sum + (share * bytes.length) / points
    }, 0),
  )
  for (const bytes of bytesAt) expect(bytes).toBeLessThan(8)
  const kept = LEVEL_INDEXES.map((level) => LEVELS[level].keptMs / LEVELS[level].periodMs)
  const all = kept.reduce((sum, points) => sum + points, 0)
  expect(kept.reduce((sum, points, level) => sum + (points / all) * (bytesAt[level] ?? 0), 0)).toBeLessThan(7)
})
