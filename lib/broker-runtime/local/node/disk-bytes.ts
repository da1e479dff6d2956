import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** What a file takes is counted in units of this size, whatever the disk's own. */
const BLOCK_BYTES = 512
const KEPT_MS = 20_000
const FOLDERS_KEPT = 200
/** At a time; a folder of ten thousand partitions must not hold the process up. */
const AT_ONCE = 64

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

/** Counts anew. Null when there is no such folder. */
export async function measureFolder(folder: string): Promise<number | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (entries === null) return null
  let sum = 0
  for (let first = 0; first < entries.length; first += AT_ONCE) {
    const sizes = await Promise.all(
      entries.slice(first, first + AT_ONCE).map((entry) => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? measureFolder(path) : sizeOf(path)
      }),
    )
    for (const size of sizes) sum += size ?? 0
  }
  return sum
}

/** A segment may be deleted while we count. */
const sizeOf = async (path: string): Promise<number> =>
  ((await lstat(path).catch(() => null))?.blocks ?? 0) * BLOCK_BYTES
