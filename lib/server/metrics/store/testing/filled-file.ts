import { METRIC_KINDS, randomOf } from '@/lib/domain/metrics/testing/metric-kinds'
import { packedKind, type PackedChunk } from '@/lib/domain/metrics/testing/packed-kinds'
import { LEVEL_INDEXES, LEVELS, type LevelIndex } from '@/lib/domain/metrics/retention'
import type { Series } from '@/lib/domain/metrics/series'
import { periodStart } from '@/lib/domain/metrics/statistics'
import type { StoredSeries } from '../chunk-table'
import { createSchema } from '../schema'
import { SeriesTable } from '../series-table'
import { openSql } from '../sql'
import { Usage } from '../usage'

/** Chunks that differ, of each kind. Making millions of them would take an hour and pack no differently. */
const VARIANTS = 8
const CLUSTERS = 4

export const filledSeries = (index: number): Series => ({
  region: 'us-east-1',
  metric: `Metric${index % 60}`,
  dimensions: { 'Cluster Name': `cluster-${index % CLUSTERS}`, 'Broker ID': String(index) },
})

/** A file as it is after 15 months: every level full, chunk by chunk in the order of time. Returns its points. */
export function fillFile(file: string, seriesCount: number, now: number): number {
  const sql = openSql(file)
  createSchema(sql)
  const usage = new Usage(sql)
  const table = new SeriesTable(sql)
  const all: { stored: StoredSeries; chunks: readonly PackedChunk[] }[] = []
  const pool = METRIC_KINDS.map((_, kind) =>
    Array.from({ length: VARIANTS }, (__, variant) => packedKind(kind, kind * VARIANTS + variant)),
  )
  sql.transaction(() => {
    for (let index = 0; index < seriesCount; index++) {
      const chunks = pool[kindOf(randomOf(index)())]?.[index % VARIANTS] ?? []
      all.push({ stored: table.findOrAdd(filledSeries(index), now), chunks })
    }
  })
  const put = sql.prepare('INSERT INTO chunk VALUES (?, ?, ?, ?)')
  for (const level of LEVEL_INDEXES) {
    for (const start of startsOf(level, now)) {
      usage.transaction(() => {
        for (const { stored, chunks } of all) {
          const { bytes, points } = chunks[level] ?? { bytes: new Uint8Array(), points: 0 }
          put.run(level, start, stored.id, bytes)
          usage.grew({ cluster: stored.cluster, level, start, points, bytes: bytes.length }, true)
        }
      })
    }
  }
  const points = usage.all().reduce((sum, taken) => sum + taken.points, 0)
  sql.prepare("INSERT INTO progress VALUES ('rolled up', ?)").run(periodStart(now, LEVELS[0].spanMs))
  sql.close()
  return points
}

function startsOf(level: LevelIndex, now: number): readonly number[] {
  const { spanMs, keptMs } = LEVELS[level]
  const first = periodStart(now - keptMs, spanMs)
  return Array.from({ length: Math.ceil((now - first) / spanMs) }, (_, index) => first + index * spanMs)
}

/** By their shares. */
function kindOf(at: number): number {
  let below = 0
  return METRIC_KINDS.findIndex(({ share }) => (below += share) > at)
}
