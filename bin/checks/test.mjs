// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aloneInClone } from '../start/clone-lock.mjs'
import { generateClient } from '../start/database.mjs'
import { installPackages } from '../start/install.mjs'
import { checkPrograms } from '../start/prerequisites.mjs'
import { readSettings } from '../system/settings.mjs'
import { provideAwsCli } from './aws-cli.mjs'
import { provideChromium } from './chromium.mjs'
import { summary } from './counts.mjs'
import { ALL_PARTS, FULL_PARTS } from './parts.mjs'
import { runParts } from './run-parts.mjs'

/**
 * `npm test`: sets itself up on a fresh clone and runs everything. Its last line is the sum over all parts.
 * `--full` adds the long suites.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function run(args) {
  const { env } = process
  checkPrograms(env)
  await aloneInClone(async () => {
    await installPackages()
    await generateClient()
  })
  const chromium = await provideChromium(env)
  console.log(
    chromium
      ? `Browser: ${chromium.path}, ${chromium.origin}.`
      : 'Browser: none could be found or installed, so the end-to-end tests will fail. Install Chromium, or set MOSAIK_CHROMIUM to one.',
  )
  const aws = await provideAwsCli(env, readSettings({ ...env, ...OWN_SETTINGS_ONLY }).cache)
  console.log(
    aws
      ? `AWS CLI: ${aws}.`
      : 'AWS CLI: none is there and pip could not install one, so its tests are skipped. Install it to run them.',
  )

  const home = mkdtempSync(join(tmpdir(), 'mosaik-test-'))
  try {
    const counts = await runParts(args.includes('--full') ? FULL_PARTS : ALL_PARTS, {
      ...OWN_SETTINGS_ONLY,
      // A test that forgets to make a home of its own must not find the user's.
      MOSAIK_HOME: home,
      MOSAIK_CHROMIUM: chromium?.path,
      MOSAIK_AWS_CLI: aws ?? undefined,
      NEXT_TELEMETRY_DISABLED: '1',
    })
    console.log(summary(counts))
    return counts.failed === 0 ? 0 : 1
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** What the caller's shell sets for his own server must not steer the tests. */
export const OWN_SETTINGS_ONLY = {
  PORT: undefined,
  HOST: undefined,
  DATABASE_URL: undefined,
  NODE_ENV: undefined,
  MOSAIK_HOME: undefined,
  MOSAIK_NETWORK: undefined,
  MOSAIK_ACCOUNT: undefined,
  MOSAIK_ALLOWED_HOSTS: undefined,
  MOSAIK_ADVERTISED_HOST: undefined,
  MOSAIK_DRIVER: undefined,
  MOSAIK_METRICS_MIB: undefined,
}
