import { lstatSync, readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { inTurns } from '../../in-turns'

/** What a file takes is counted in units of this size, whatever the disk's own. */
const BLOCK_BYTES = 512
const KEPT_MS = 20_000
const FOLDERS_KEPT = 200

const seen = new Map<string, { at: number; bytes: Promise<number | null> }>()

/**
 * What a folder takes on disk: a preallocated index counts only what was written of it. Kept for a while, because a
 * broker has five files a partition. Null when there is no such folder.
 */
export function diskBytesBelow(folder: string): Promise<number | null> {
  const now = Date.now()
  const kept = seen.get(folder)
  if (kept && now - kept.at < KEPT_MS) return kept.bytes
  if (seen.size >= FOLDERS_KEPT) seen.clear()
  const bytes = measureFolder(folder)
  seen.set(folder, { at: now, bytes })
  return bytes
}

/**
 * Counts anew. Null when there is no such folder. The kernel answers from memory in some microseconds, and a promise
 * for each of fifteen thousand files would cost ten times that: so it is done here, a little at a time.
 */
export async function measureFolder(folder: string): Promise<number | null> {
  const entries = entriesOf(folder)
  if (entries === null) return null
  let bytes = 0
  await inTurns(filesAmong(folder, entries), (path) => {
    bytes += sizeOf(path)
  })
  return bytes
}

function* filesAmong(folder: string, entries: readonly Dirent[]): Generator<string> {
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesAmong(path, entriesOf(path) ?? [])
    else yield path
  }
}

function entriesOf(folder: string): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return null
  }
}

/** A segment may be deleted while we count. */
const sizeOf = (path: string): number =>
  (lstatSync(path, { throwIfNoEntry: false })?.blocks ?? 0) * BLOCK_BYTES
