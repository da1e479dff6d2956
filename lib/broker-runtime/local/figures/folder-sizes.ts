import { measureFolder } from '../node/disk-bytes'

/** Counting a folder may take at most this part of a processor. */
const SHARE_OF_TIME = 0.002
const FRESH_MS = { least: 9_000, most: 120_000 } as const
const FORGOTTEN_MS = 600_000

type Kept = { bytes: number | null; countedAt: number; freshMs: number; askedAt: number; isCounting: boolean }

/**
 * What folders take on disk, counted in the background: a broker with three thousand replicas has fifteen thousand
 * files, and whoever asks gets the last count at once. The larger the folder, the rarer it is counted. Null before the
 * first count.
 */
export function createFolderSizes(now = (): number => performance.now()): (folder: string) => number | null {
  const folders = new Map<string, Kept>()

  async function count(folder: string, kept: Kept): Promise<void> {
    const begunAt = now()
    kept.isCounting = true
    kept.bytes = await measureFolder(folder).catch(() => null)
    kept.isCounting = false
    kept.countedAt = now()
    const tookMs = kept.countedAt - begunAt
    kept.freshMs = Math.min(FRESH_MS.most, Math.max(FRESH_MS.least, tookMs / SHARE_OF_TIME))
  }

  return (folder) => {
    const at = now()
    const kept = folders.get(folder) ?? {
      bytes: null,
      countedAt: Number.NEGATIVE_INFINITY,
      freshMs: 0,
      askedAt: at,
      isCounting: false,
    }
    folders.set(folder, kept)
    kept.askedAt = at
    if (!kept.isCounting && at - kept.countedAt >= kept.freshMs) void count(folder, kept)
    for (const [name, { askedAt }] of folders) if (at - askedAt > FORGOTTEN_MS) folders.delete(name)
    return kept.bytes
  }
}
