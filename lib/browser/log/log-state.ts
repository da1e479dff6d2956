import type { LogEntryView, NodeLog } from '@/lib/contract/console/nodes'

/**
 * What a page holds of a node's log: a stretch without gaps that ends at the newest entry. It grows at both ends,
 * within bounds.
 */
export type LogState = {
  /** Oldest first. */
  entries: readonly LogEntryView[]
  /** Where to go on further back; null at the beginning of what is kept on the server. */
  older: string | null
  newest: string | null
}

/** So many lines a page holds; a browser is no place for a whole log, and the file can be saved. */
export const KEPT_MAX = 20_000

export const beginLog = ({ entries, older, newest }: NodeLog): LogState => ({ entries, older, newest })

/** What came since: the last entries are told again, as they may have grown. Null: begin anew. */
export function withNewer(state: LogState, page: NodeLog): LogState | null {
  if (page.hasGap) return null
  const told = new Set(page.entries.map(({ position }) => position))
  if (isSame(state, page)) return state
  const kept = [...state.entries.filter(({ position }) => !told.has(position)), ...page.entries]
  const entries = kept.slice(-KEPT_MAX)
  return {
    entries,
    older: entries.length < kept.length ? (entries[0]?.position ?? null) : state.older,
    newest: page.newest ?? state.newest,
  }
}

/** Most looks bring nothing new; then nothing is rendered either. */
function isSame({ entries, newest }: LogState, page: NodeLog): boolean {
  if (page.newest !== newest) return false
  const tail = entries.slice(-page.entries.length || entries.length)
  return page.entries.every(
    ({ position, text }, place) => tail[place]?.position === position && tail[place].text === text,
  )
}

/** What stands before; a gap means that it was rotated away meanwhile. */
export const withOlder = (state: LogState, page: NodeLog): LogState =>
  page.hasGap
    ? { ...state, older: null }
    : { ...state, entries: [...page.entries, ...state.entries], older: page.older }

export const canHoldMore = ({ entries, older }: LogState): boolean =>
  older !== null && entries.length < KEPT_MAX
