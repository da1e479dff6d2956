// @ts-check
import { join } from 'node:path'
import { findExecutable } from '../system/executables.mjs'
import { makeFolder } from '../system/make-folder.mjs'
import { showStep } from '../system/progress.mjs'
import { run } from '../system/run.mjs'

/**
 * A Python of its own with packages from pip. The folder of its programs, null where there is no Python or pip
 * reaches nothing.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {{ folder: string, what: string, packages: readonly string[] }} wanted `what` is named on the screen
 * @returns {Promise<string | null>}
 */
export async function providePython(env, { folder, what, packages }) {
  const python = findExecutable('python3', env)
  if (!python) return null
  const programs = join(folder, 'bin')
  try {
    await showStep(`Installing ${what}`, async () => {
      makeFolder(folder)
      const made = { cwd: folder, timeoutMs: 120_000 }
      await run('The installation', python, ['-m', 'venv', '--clear', folder], made)
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]
      await run('The installation', join(programs, 'python'), pip, { cwd: folder, timeoutMs: 300_000 })
    })
  } catch {
    return null
  }
  return programs
}
