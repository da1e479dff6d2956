// @ts-check
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { lockHome } from '../start/home-lock.mjs'
import { Refusal } from '../system/refusal.mjs'
import { readSettings } from '../system/settings.mjs'
import { databaseTrouble } from './database-trouble.mjs'

const USAGE = 'npm run restore -- <name>'

/** Where SQLite keeps `application_id`; the format of the file promises that. It is 0 in a database that Mosaik made. */
const APPLICATION_ID_AT = 68
/** Any other number tells the next start that it has an older state before it (`lib/server/engine/take-over.ts`). */
const RESTORED = 1

/** So many databases that gave way to a copy are kept. */
const REPLACED_MAX = 5

/**
 * `npm run restore`: puts a copy of the database back. What was there before is kept beside the copies; brokers are
 * not touched. Without a name it lists what there is.
 *
 * @param {readonly string[]} args
 */
export async function run([name]) {
  const { home, databaseFile } = readSettings(process.env)
  const folder = join(home, 'backups')
  if (name === undefined) return console.log(listed(folder))
  const copy = join(folder, basename(name))
  if (basename(name) !== name || !existsSync(copy)) {
    throw new Refusal(`There is no copy ${name} in ${folder}.\n${listed(folder)}`)
  }
  const lock = await lockHome(home)
  try {
    console.log(await putBack(copy, databaseFile))
  } finally {
    await lock.free()
  }
}

/** @param {string} copy @param {string} databaseFile */
async function putBack(copy, databaseFile) {
  const trouble = await databaseTrouble(copy)
  if (trouble !== null) throw new Refusal(`${copy} is damaged itself (${trouble}). Choose another copy.`)
  if (statSync(copy).size === 0) throw new Refusal(`${copy} is empty. Choose another copy.`)
  const draft = `${databaseFile}.restoring`
  try {
    copyFileSync(copy, draft)
    markRestored(draft)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  // Not before there is another one, whole: a full disk must not leave none.
  const kept = existsSync(databaseFile) ? setAside(databaseFile, dirname(copy)) : null
  renameSync(draft, databaseFile)
  const before = kept === null ? '' : ` What was there before is kept as ${kept}.`
  return `The database is again as it was in ${basename(copy)}.${before} Brokers were not touched. At the next npm start every cluster is shown and left alone, until you have decided on its page whether what the copy says holds.`
}

/** Nobody has the file open: a number in its header may be written by hand. @param {string} file */
function markRestored(file) {
  const number = Buffer.alloc(4)
  number.writeUInt32BE(RESTORED)
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, number, 0, number.length, APPLICATION_ID_AT)
  closeSync(descriptor)
}

/** With its log: what is only in there belongs to it. @param {string} file @param {string} folder */
function setAside(file, folder) {
  const instant = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const kept = join(folder, `replaced-${instant}.db`)
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${kept}${suffix}`)
  }
  const replaced = readdirSync(folder).filter((name) => /^replaced-\w+\.db$/.test(name))
  for (const name of replaced.toSorted().slice(0, -REPLACED_MAX)) {
    for (const suffix of ['-wal', '-shm', '-journal', ''])
      rmSync(join(folder, `${name}${suffix}`), { force: true })
  }
  return kept
}

/** @param {string} folder */
function listed(folder) {
  const names = copiesIn(folder)
  if (names.length === 0) return `There is no copy of the database in ${folder} so far.`
  const lines = names.map((name) => {
    const { size, mtime } = statSync(join(folder, name))
    return `${name}  ${mtime.toISOString().slice(0, 16)}Z  ${(size / 1024 ** 2).toFixed(1)} MiB`
  })
  return [`Copies in ${folder}, newest first; ${USAGE} puts one back:`, ...lines].join('\n')
}

/** Newest first; those from before a migration are of an older version of Mosaik, which migrates them again. @param {string} folder */
function copiesIn(folder) {
  if (!existsSync(folder)) return []
  const at = (/** @type {string} */ name) => statSync(join(folder, name)).mtimeMs
  return readdirSync(folder)
    .filter((name) => /^(before-migration-)?\d{8}T\d{6}Z\.db$/.test(name))
    .toSorted((one, other) => at(other) - at(one))
}

/** How a damaged database is put right, for whoever meets it. @param {string} databaseFile */
export function wayBack(databaseFile) {
  const [newest] = copiesIn(join(dirname(databaseFile), 'backups'))
  return newest === undefined
    ? 'There is no copy to restore: put one of your own in its place, or set MOSAIK_HOME to an empty folder.'
    : `Brokers run on. Put the newest copy back with: npm run restore -- ${newest}`
}
