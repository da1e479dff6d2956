import { open, stat, type FileHandle } from 'node:fs/promises'
import type { NodeDirectory } from '../node/node-directory'
import { isLogHead, isSpokenHead, type IsHead } from './entry-head'
import { logFiles } from './log-files'

/**
 * All files of a node's log, held open together: a rotation meanwhile renames them, and what is open stays what it
 * was. `key` names a file for as long as it exists, whatever it is called.
 */
export type OpenFile = { key: string; handle: FileHandle; size: number; modifiedAt: number; isHead: IsHead }
export type OpenLog = { files: readonly OpenFile[]; close: () => Promise<void> }

/** A rotation while the files are opened, one by one, can show one twice or none: then they are opened again. */
const ATTEMPTS_MAX = 5

export async function openLog(directory: NodeDirectory): Promise<OpenLog> {
  for (let attempt = 1; ; attempt++) {
    const log = await openOnce(directory)
    if (attempt === ATTEMPTS_MAX || (await isWhole(directory, log))) return log
    await log.close()
  }
}

async function openOnce({ serverLog, bootLog }: NodeDirectory): Promise<OpenLog> {
  const written = await Promise.all(logFiles(serverLog).map((path) => openFile(path, isLogHead)))
  const spoken = await openFile(bootLog, isSpokenHead)
  const own = written.flatMap((file) => file ?? [])
  const opened = spoken ? [...own, spoken] : own
  const inUse = own.filter(({ size }) => size > 0)
  return {
    files: spoken && spoken.size > 0 ? placeSpoken(inUse, spoken) : inUse,
    close: async () => {
      await Promise.all(opened.map(({ handle }) => handle.close()))
    },
  }
}

/**
 * What the JVM itself said. As a rule that is at its start, before anything is logged; what it says at its end is
 * newer than all of its log.
 */
function placeSpoken(own: readonly OpenFile[], spoken: OpenFile): readonly OpenFile[] {
  const newest = own.at(-1)
  if (!newest || spoken.modifiedAt >= newest.modifiedAt) return [...own, spoken]
  return [...own.slice(0, -1), spoken, newest]
}

async function openFile(path: string, isHead: IsHead): Promise<OpenFile | null> {
  const handle = await open(path, 'r').catch(() => null)
  if (!handle) return null
  const { size, mtimeMs, ino, birthtimeMs } = await handle.stat()
  return { key: keyOf(ino, birthtimeMs), handle, size, modifiedAt: mtimeMs, isHead }
}

/** A file system gives the number of a removed file to the next new one; the time of birth tells them apart. */
const keyOf = (inode: number, bornAt: number): string =>
  `${inode.toString(36)}.${Math.round(bornAt).toString(36)}`

async function isWhole({ serverLog }: NodeDirectory, { files }: OpenLog): Promise<boolean> {
  const keys = new Set(files.map(({ key }) => key))
  if (keys.size < files.length) return false
  const now = await stat(serverLog).catch(() => null)
  return now === null || now.size === 0 || keys.has(keyOf(now.ino, now.birthtimeMs))
}
