// @ts-check
import { aloneInClone } from '../start/clone-lock.mjs'
import { generateClient } from '../start/database.mjs'
import { installPackages } from '../start/install.mjs'
import { summary } from './counts.mjs'
import { QUICK_PARTS } from './parts.mjs'
import { runParts } from './run-parts.mjs'
import { OWN_SETTINGS_ONLY } from './test.mjs'

/**
 * `npm run verify`: what needs neither Kafka nor a browser, under a minute.
 * @returns {Promise<number>} exit code
 */
export async function run() {
  await aloneInClone(async () => {
    await installPackages()
    await generateClient()
  })
  const counts = await runParts(QUICK_PARTS, OWN_SETTINGS_ONLY)
  console.log(summary(counts))
  return counts.failed === 0 ? 0 : 1
}
