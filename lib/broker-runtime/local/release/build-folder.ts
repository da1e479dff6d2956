import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const ASIDE = '.building-'

/**
 * Makes a folder whole or not at all: it is built aside and renamed. Two processes may build the same folder at
 * once; the second finds the first one's in place and drops its own. What interrupted runs left is removed.
 */
export async function buildFolder(folder: string, build: (aside: string) => Promise<void>): Promise<void> {
  const parent = dirname(folder)
  await mkdir(parent, { recursive: true })
  await removeLeftovers(parent)
  const aside = join(parent, `${ASIDE}${process.pid}-${randomBytes(4).toString('hex')}-${basename(folder)}`)
  await mkdir(aside)
  try {
    await build(aside)
    await rename(aside, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = Number(/^\.building-(\d+)-/.exec(name)?.[1] ?? Number.NaN)
    if (Number.isInteger(pid) && !isAlive(pid)) await rm(join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
