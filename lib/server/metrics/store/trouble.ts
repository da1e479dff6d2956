import { isFullDisk } from '../../full-disk'
import type { StoreTrouble } from './metric-store'

export function troubleOf(error: unknown): StoreTrouble {
  if (isFullDisk(error)) return 'full'
  return error instanceof Error && /locked|SQLITE_BUSY/i.test(error.message) ? 'locked' : 'failed'
}

/** For the log: what happened, why, and what to do. */
export function wordsOf(trouble: StoreTrouble, error: unknown): string {
  switch (trouble) {
    case 'full':
      return 'Metrics cannot be stored: the disk that holds MOSAIK_HOME is full. Readings wait in memory, and the oldest are dropped when there are too many. Free some space.'
    case 'locked':
      return 'Metrics cannot be stored: another program holds metrics.db. Readings wait in memory, and the oldest are dropped when there are too many. End that program.'
    case 'failed':
      return `Metrics cannot be stored: ${error instanceof Error ? error.message : String(error)}. Readings wait in memory, and the oldest are dropped when there are too many. It is tried again every ten seconds.`
  }
}

export const DROPPING =
  'So many readings of metrics wait to be stored that the oldest are dropped now. What keeps them from being stored was told before.'

export const recovery = (dropped: number): string =>
  dropped === 0
    ? 'Metrics are stored again; none was lost.'
    : `Metrics are stored again; the oldest ${dropped.toLocaleString('en')} readings were dropped meanwhile.`
