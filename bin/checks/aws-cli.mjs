// @ts-check
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findExecutable, isExecutable } from '../system/executables.mjs'
import { providePython } from './python-packages.mjs'

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
  const folder = join(cache, 'aws-cli')
  const own = join(folder, 'bin/aws')
  if (isExecutable(own) && works(own)) return own
  await providePython(env, { folder, what: 'the AWS CLI', packages: ['awscli'] })
  return isExecutable(own) && works(own) ? own : null
}

/** @param {string} aws */
const works = (aws) => spawnSync(aws, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
