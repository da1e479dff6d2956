import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Owner only: properties, identities and passwords are nobody else's business. */
export const PRIVATE_FILE = 0o600
export const PRIVATE_DIRECTORY = 0o700

/**
 * A reader sees the old content or the new one, never half of it; a crash leaves the old one. Synchronous on
 * purpose: the record of a start and the start itself must not be separated by another turn of the event loop.
 */
export function writeFileAtomically(path: string, content: string | Uint8Array, mode = PRIVATE_FILE): void {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    writeFileSync(temporary, content, { mode })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** `mkdir` is subject to the umask and leaves an existing folder as it is: the mode is set in both cases. */
export function makePrivateDirectory(path: string): void {
  mkdirSync(path, { recursive: true, mode: PRIVATE_DIRECTORY })
  chmodSync(path, PRIVATE_DIRECTORY)
}
