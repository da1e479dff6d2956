import { DIMENSION_NAMES } from '@/lib/domain/metrics/series'
import type { Sql } from './sql'

/** A cluster's name is not among them: it is what `cluster` stands for. */
export const DIMENSIONS = DIMENSION_NAMES.filter((name) => name !== 'Cluster Name')

const columns = DIMENSIONS.map((name) => `"${name}"`).join(', ')

/*
 * Chunks stand in the order of time and not of series: all that is written at one time is on the same pages, and so
 * is all that is forgotten at one time. A dimension that a series has not is ''. Times are milliseconds.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS cluster (
  id INTEGER PRIMARY KEY, region TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (region, name)
);
CREATE TABLE IF NOT EXISTS series (
  id INTEGER PRIMARY KEY, cluster INTEGER NOT NULL, metric TEXT NOT NULL,
  ${DIMENSIONS.map((name) => `"${name}" TEXT NOT NULL`).join(', ')}, last_at INTEGER NOT NULL,
  UNIQUE (cluster, metric, ${columns})
);
CREATE TABLE IF NOT EXISTS chunk (
  level INTEGER NOT NULL, start INTEGER NOT NULL, series INTEGER NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (level, start, series)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS usage (
  cluster INTEGER NOT NULL, level INTEGER NOT NULL, start INTEGER NOT NULL,
  points INTEGER NOT NULL, bytes INTEGER NOT NULL,
  PRIMARY KEY (cluster, level, start)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shortened (
  cluster INTEGER NOT NULL, level INTEGER NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (cluster, level)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS progress (name TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
`

export function createSchema(sql: Sql): void {
  sql.transaction(() => sql.run(SCHEMA))
}
