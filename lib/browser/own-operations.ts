/**
 * The operations that were started in this tab, by id, until their end was told. Kept over a reload, and not shared:
 * what others start is theirs to hear about.
 */
const STORAGE_KEY = 'mosaik-own-operations'
const NONE: readonly string[] = []
const watchers = new Set<() => void>()
let known: readonly string[] | null = null

export function ownOperations(): readonly string[] {
  known ??= read()
  return known
}

export const rememberOperation = (id: string) =>
  write([...ownOperations().filter((other) => other !== id), id])
export const forgetOperation = (id: string) => write(ownOperations().filter((other) => other !== id))

export function watchOwnOperations(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const noOperations = (): readonly string[] => NONE

function write(ids: readonly string[]) {
  known = ids
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(ids))
  } catch {
    // Storage is full or forbidden: then they are known until the next reload.
  }
  for (const watcher of watchers) watcher()
}

function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : NONE
  } catch {
    return NONE
  }
}
