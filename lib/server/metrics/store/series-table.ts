import type { DimensionName, Series } from '@/lib/domain/metrics/series'
import type { StoredSeries } from './chunk-table'
import type { KnownSeries, SeriesFilter } from './metric-store'
import { DIMENSIONS } from './schema'
import { textOf, type Cell, type Row, type Sql, type Statement } from './sql'

const NONE = ''
const same = DIMENSIONS.map((name) => `"${name}" = ?`).join(' AND ')

/** Which series there are, by number. A series begins with its first reading and ends with its last chunk. */
export class SeriesTable {
  readonly #sql: Sql
  readonly #find: Statement
  readonly #insert: Statement
  readonly #touch: Statement

  constructor(sql: Sql) {
    this.#sql = sql
    this.#find = sql.prepare(`
      SELECT series.id, cluster.id FROM series JOIN cluster ON cluster.id = series.cluster
      WHERE region = ? AND name = ? AND metric = ? AND ${same}`)
    this.#insert = sql.prepare(`
      INSERT INTO series (cluster, metric, ${DIMENSIONS.map((name) => `"${name}"`).join(', ')}, last_at)
      SELECT id, ?, ${DIMENSIONS.map(() => '?').join(', ')}, ? FROM cluster WHERE region = ? AND name = ?`)
    this.#touch = sql.prepare('UPDATE series SET last_at = max(last_at, ?) WHERE id = ?')
  }

  find(series: Series): StoredSeries | null {
    const row = this.#find.first(series.region, nameOf(series), series.metric, ...valuesOf(series))
    return row ? { id: Number(row[0]), cluster: Number(row[1]) } : null
  }

  /** Within a transaction. */
  findOrAdd(series: Series, at: number): StoredSeries {
    const found = this.find(series)
    if (found) return found
    const name = nameOf(series)
    this.#sql.prepare('INSERT OR IGNORE INTO cluster (region, name) VALUES (?, ?)').run(series.region, name)
    this.#insert.run(series.metric, ...valuesOf(series), at, series.region, name)
    const added = this.find(series)
    if (!added) throw new Error('A series that was just stored is not there.')
    return added
  }

  touch({ id }: { id: number }, lastAt: number): void {
    this.#touch.run(lastAt, id)
  }

  list({ region, metric, dimensions = {} }: SeriesFilter): readonly (KnownSeries & { id: number })[] {
    const wanted: [string, Cell][] = [['region = ?', region]]
    if (metric !== undefined) wanted.push(['metric = ?', metric])
    const cluster = dimensions['Cluster Name']
    if (cluster !== undefined) wanted.push(['name = ?', cluster])
    for (const name of DIMENSIONS) {
      const value = dimensions[name]
      if (value !== undefined) wanted.push([`"${name}" = ?`, value])
    }
    return this.#sql
      .prepare(
        `SELECT series.id, last_at, region, metric, name, ${DIMENSIONS.map((name) => `"${name}"`).join(', ')}
         FROM series JOIN cluster ON cluster.id = series.cluster WHERE ${wanted.map(([text]) => text).join(' AND ')}`,
      )
      .all(...wanted.map(([, value]) => value))
      .map(knownSeries)
  }

  count(): number {
    return Number(this.#sql.prepare('SELECT count(*) FROM series').first()?.[0] ?? 0)
  }
}

const nameOf = ({ dimensions }: Series): string => dimensions['Cluster Name'] ?? NONE
const valuesOf = ({ dimensions }: Series): string[] => DIMENSIONS.map((name) => dimensions[name] ?? NONE)

function knownSeries([id, lastAt, region, metric, cluster, ...values]: Row): KnownSeries & { id: number } {
  const dimensions: Partial<Record<DimensionName, string>> = {}
  if (cluster !== NONE) dimensions['Cluster Name'] = textOf(cluster)
  DIMENSIONS.forEach((name, index) => {
    const value = values[index]
    if (typeof value === 'string' && value !== NONE) dimensions[name] = value
  })
  return {
    id: Number(id),
    lastAt: Number(lastAt),
    region: textOf(region),
    metric: textOf(metric),
    dimensions,
  }
}
