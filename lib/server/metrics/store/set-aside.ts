import { renameSync, rmSync } from 'node:fs'

const SUFFIXES = ['', '-wal']

/**
 * Gives a damaged file another name, for a person to look at, so that a new one can begin. Only when no connection to
 * it is left: the last one to close deletes the write-ahead log of whatever then has the file's name.
 */
export function setAside(file: string, at: Date): string {
  const instant = at.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const name = file.replace(/(\.db)?$/, `.damaged-${instant}.db`)
  for (const suffix of SUFFIXES) rename(`${file}${suffix}`, `${name}${suffix}`)
  rmSync(`${file}-shm`, { force: true })
  return name
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
