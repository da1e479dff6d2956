// @ts-check
import { execFile } from 'node:child_process'
import { userInfo } from 'node:os'
import { delimiter } from 'node:path'
import { promisify } from 'node:util'
import { run as stop } from '../stop/stop.mjs'
import { Refusal } from '../system/refusal.mjs'
import { readSettings, ROOT } from '../system/settings.mjs'
import { isStopJob, unitText } from './unit-text.mjs'

const USAGE = 'npm run unit [-- --user]'
const STOPPING = 'stopping'

/** Where programs are found, and whatever Mosaik reads: the unit starts what this shell would start. */
const PASSED_ON = /^(PATH|PORT|HOST|JAVA_HOME|DATABASE_URL|XDG_(CACHE|STATE)_HOME|MOSAIK_[A-Z_]+)$/

/**
 * `npm run unit`: prints a systemd unit for this clone, this user and these settings. `unit stopping` is what that unit
 * calls when it ends.
 *
 * @param {readonly string[]} args
 */
export async function run([what, unit, ...scope]) {
  if (what === STOPPING && unit !== undefined) return stopping(unit, scope)
  if (what !== undefined && what !== '--user') throw new Refusal(`Usage: ${USAGE}`)
  const settings = readSettings(process.env)
  const environment = {
    ...Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) =>
        PASSED_ON.test(name) && value ? [[name, oneLine(name, value)]] : [],
      ),
    ),
    PATH: withoutPackages(process.env.PATH ?? ''),
    // Said and not left to a home folder: whoever starts the unit may have another one.
    MOSAIK_HOME: settings.home,
    MALLOC_ARENA_MAX: '2',
  }
  const user = what === '--user' ? null : userInfo().username
  process.stdout.write(unitText({ root: ROOT, node: process.execPath, user, environment }))
}

/** npm puts folders of its own before what the user has. @param {string} path */
const withoutPackages = (path) =>
  path
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)

/** @param {string} name @param {string} value */
function oneLine(name, value) {
  if (!/[\n\r\0]/.test(value)) return value
  throw new Refusal(`${name} has a line break in it, which a unit cannot hold. Unset it and try again.`)
}

/**
 * Nobody but systemd knows why it stops the unit. Where it cannot be asked, brokers run on: the next start finds them.
 *
 * @param {string} unit
 * @param {readonly string[]} scope `--user` or nothing
 */
async function stopping(unit, scope) {
  const question = [...scope, 'list-jobs', '--no-legend', '--plain']
  const { stdout } = await promisify(execFile)('systemctl', question)
  if (isStopJob(stdout, unit)) return stop()
  console.log('Mosaik is not stopped for good: clusters run on.')
}
