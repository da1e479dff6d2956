import { statfs } from 'node:fs/promises'
import { measureFolder } from '../node/disk-bytes'

/** Counting a folder may take at most this part of a processor; of a volume that is nearly full it may be more. */
const SHARE_OF_TIME = { usual: 0.002, urgent: 0.03 } as const
const FRESH_MS = { least: 9_000, most: 120_000 } as const
const FORGOTTEN_MS = 600_000

export type Count = {
  bytes: number
  /** What the disk below it had left when the count began. */
  freeBytes: number
  /** How long ago. */
  ageMs: number
  /** Bytes a millisecond since the count before. */
  growth: number
}

type Kept = {
  count: { bytes: number; freeBytes: number; at: number; tookMs: number; growth: number } | null
  askedAt: number
  isCounting: boolean
}

/** When a folder that was counted like this is counted again. Left out: seldom. */
export type Patience = (count: Count) => number

/**
 * What folders take on disk, counted in the background: a broker with three thousand replicas has fifteen thousand
 * files, and whoever asks gets the last count at once. The larger the folder, the rarer it is counted. Null before the
 * first count, and where there is no such folder.
 */
export type FolderSizes = (folder: string, patience?: Patience) => Count | null

export function createFolderSizes(now = (): number => performance.now()): FolderSizes {
  const folders = new Map<string, Kept>()

  async function count(folder: string, kept: Kept): Promise<void> {
    const begunAt = now()
    kept.isCounting = true
    const disk = await statfs(folder).catch(() => null)
    const bytes = disk === null ? null : await measureFolder(folder).catch(() => null)
    kept.isCounting = false
    const at = now()
    const before = kept.count
    const growth =
      before === null || bytes === null ? 0 : (bytes - before.bytes) / Math.max(1, at - before.at)
    kept.count =
      disk === null || bytes === null
        ? null
        : { bytes, freeBytes: disk.bavail * disk.bsize, at, tookMs: at - begunAt, growth }
  }

  return (folder, patience) => {
    const at = now()
    const kept = folders.get(folder) ?? { count: null, askedAt: at, isCounting: false }
    folders.set(folder, kept)
    kept.askedAt = at
    const seen = kept.count === null ? null : { ...kept.count, ageMs: at - kept.count.at }
    if (!kept.isCounting && (seen === null || seen.ageMs >= freshMs(seen, patience))) void count(folder, kept)
    for (const [name, { askedAt }] of folders) if (at - askedAt > FORGOTTEN_MS) folders.delete(name)
    return seen
  }
}

function freshMs(seen: Count & { tookMs: number }, patience: Patience | undefined): number {
  const usual = Math.max(FRESH_MS.least, seen.tookMs / SHARE_OF_TIME.usual)
  const wanted = patience === undefined ? usual : patience(seen)
  const bounded = wanted < usual ? Math.max(wanted, seen.tookMs / SHARE_OF_TIME.urgent) : usual
  return Math.min(FRESH_MS.most, bounded)
}
