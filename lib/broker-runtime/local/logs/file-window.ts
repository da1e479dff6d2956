import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** At most the last `bytesMax` of a file as text, from the start of a line. Empty when there is no such file. */
export function readEnd(path: string, bytesMax: number): string {
  const window = readFrom(path, { fromEnd: bytesMax })
  if (!window || window.offset === 0) return window?.text ?? ''
  return window.text.slice(window.text.indexOf('\n') + 1)
}

export type FileWindow = { inode: number; offset: number; text: string; end: number }

/** A bounded piece of a file, from an offset on or up to its end. Null when there is no such file. */
export function readFrom(
  path: string,
  where: { offset: number; bytesMax: number } | { fromEnd: number },
): FileWindow | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return null
  }
  try {
    const { size, ino } = fstatSync(file)
    const offset = 'fromEnd' in where ? Math.max(0, size - where.fromEnd) : Math.min(where.offset, size)
    const wanted = 'fromEnd' in where ? size - offset : Math.min(where.bytesMax, size - offset)
    const buffer = Buffer.allocUnsafe(wanted)
    const read = wanted > 0 ? readSync(file, buffer, 0, wanted, offset) : 0
    return { inode: ino, offset, text: buffer.toString('utf8', 0, read), end: offset + read }
  } finally {
    closeSync(file)
  }
}
