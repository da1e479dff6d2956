// @ts-check
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../bin/system/settings.mjs'
import { startMosaik } from '../e2e/start-mosaik.mjs'
import { openBrowser, openTimedPage } from './browser.mjs'
import { quantile } from './statistics.mjs'

const LINES = 60
const CHECKS = 500
const TURNS = 5

/** @typedef {(what: string, bar: string, measured: string) => void} Row */

/** What a person waits for who edits a configuration of sixty lines. @param {Row} row */
export async function configurationTextNumbers(row) {
  const { findingsOf } = await checker()
  const bar = '50 ms'
  row(
    `check of ${LINES} lines, all right, p99`,
    bar,
    checked(() => findingsOf(rightText(), ['4.3.1'])),
  )
  // Each key is compared with every setting there is, for the one that was meant.
  row(
    `check of ${LINES} lines, all misspelt, any version, p99`,
    bar,
    checked(() => findingsOf(wrongText(), [])),
  )
  await typing(row)
}

/** @param {() => unknown} check */
function checked(check) {
  const times = []
  for (let run = 0; run < CHECKS; run++) {
    const startedAt = performance.now()
    check()
    times.push(performance.now() - startedAt)
  }
  return `${quantile(times, 0.99).toFixed(1)} ms`
}

/** The check itself, as pages and the server run it. */
async function checker() {
  const bundle = join(ROOT, '.cache/bench/findings.mjs')
  const made = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/bundle/bundle.mjs'), 'lib/browser/configuration/findings.ts', bundle],
    { cwd: ROOT, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`The check could not be bundled: ${made.stderr}`)
  return import(pathToFileURL(bundle).href)
}

const SETTINGS = [
  'num.partitions=6',
  'log.retention.hours=24',
  'log.segment.bytes=104857600',
  'message.max.bytes=2097152',
  'min.insync.replicas=2',
  'default.replication.factor=3',
  'unclean.leader.election.enable=true',
  'num.io.threads=8',
]

const rightText = () =>
  Array.from({ length: LINES }, (_, line) =>
    line % 3 === 2 ? (SETTINGS[(line - 2) / 3] ?? `# line ${line}`) : `# line ${line}`,
  ).join('\n')

const wrongText = () =>
  Array.from({ length: LINES }, (_, line) => `transaction.state.log.replicaton.factor${line}=three`).join(
    '\n',
  )

/** @param {Row} row */
async function typing(row) {
  const mosaik = await startMosaik({ network: '127.63.0.0/16', environment: { MOSAIK_DRIVER: 'fake' } })
  const browser = await openBrowser()
  try {
    const { page, time, close } = await openTimedPage(browser, `${mosaik.url}/configurations/create`)
    const editor = page.getByRole('textbox', { name: 'Settings as Java properties' })
    await editor.click()
    await page.keyboard.insertText(`${wrongText()}\n`)
    const waits = []
    for (let turn = 0; turn < TURNS; turn++) {
      waits.push(await time(() => page.keyboard.type('num.partitions=six\n', { delay: 60 })))
    }
    row(
      `typing into ${LINES} lines that are all wrong, longest wait for a frame`,
      '100 ms',
      `${Math.max(...waits).toFixed(0)} ms`,
    )
    await close()
  } finally {
    await browser.close()
    await mosaik.dispose()
  }
}
