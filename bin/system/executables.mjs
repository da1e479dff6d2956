// @ts-check
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Where a program is on the path; null when it is not there. Looking is a hundred times cheaper than running it to
 * see. Links are not followed: some programs do what the name they are called by says.
 *
 * @param {string} name
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string | null}
 */
export function findExecutable(name, env) {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    if (folder !== '' && isExecutable(join(folder, name))) return join(folder, name)
  }
  return null
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
