import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Makes a folder whole or not at all: it is built aside and renamed. Two processes may build the same folder at
 * once; the second finds the first one's in place and drops its own.
 */
export function buildFolder(folder: string, build: (aside: string) => Promise<void>): Promise<void> {
  return withAside(dirname(folder), basename(folder), async (aside) => {
    await build(aside)
    await rename(aside, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error
    })
  })
}

/** Lends a folder for work that is thrown away afterwards; what interrupted runs left there is removed. */
export async function withAside(
  parent: string,
  name: string,
  work: (aside: string) => Promise<void>,
): Promise<void> {
  await mkdir(parent, { recursive: true })
  await removeLeftovers(parent)
  const aside = join(parent, `.building-${process.pid}-${randomBytes(4).toString('hex')}-${name}`)
  await mkdir(aside)
  try {
    await work(aside)
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

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
