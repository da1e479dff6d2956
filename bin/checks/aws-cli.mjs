// @ts-check
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findExecutable, isExecutable } from '../system/executables.mjs'
import { makeFolder } from '../system/make-folder.mjs'
import { showStep } from '../system/progress.mjs'
import { run } from '../system/run.mjs'

/**
 * An AWS CLI for the tests of the API: the one on the path, else one installed into the cache by pip.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} cache
 * @returns {Promise<string | null>}
 */
export async function provideAwsCli(env, cache) {
  const installed = findExecutable('aws', env)
  // A version manager leaves a shim of that name also where the program is not installed.
  if (installed && works('aws')) return 'aws'
  const venv = join(cache, 'aws-cli')
  const own = join(venv, 'bin/aws')
  if (isExecutable(own) && works(own)) return own
  const python = findExecutable('python3', env)
  if (!python) return null
  try {
    await showStep('Installing the AWS CLI', async () => {
      makeFolder(cache)
      await run('The installation', python, ['-m', 'venv', '--clear', venv], {
        cwd: cache,
        timeoutMs: 120_000,
      })
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', 'awscli']
      await run('The installation', join(venv, 'bin/python'), pip, { cwd: cache, timeoutMs: 300_000 })
    })
  } catch {
    return null
  }
  return works(own) ? own : null
}

/** @param {string} aws */
const works = (aws) => spawnSync(aws, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
