// @ts-check
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from '../system/settings.mjs'
import { add, NOTHING, reconcile, summary } from './counts.mjs'

/** @typedef {import('./parts.mjs').Part} Part */
/** @typedef {import('./parts.mjs').Counts} Counts */

/**
 * Runs all parts, also after a failed one: a formatting slip must not hide a broken broker.
 *
 * @param {readonly Part[]} parts
 * @param {Readonly<Record<string, string | undefined>>} env what differs from our own; undefined removes
 * @returns {Promise<Counts>}
 */
export async function runParts(parts, env) {
  /** @type {{ name: string, counts: Counts, failures: readonly string[], seconds: number }[]} */
  const results = []
  for (const part of parts) {
    console.log(`\n── ${part.name} ──`)
    const began = performance.now()
    const counts = await runPart(part, env)
    const failures = part.report?.failures(part.report.file) ?? []
    results.push({
      name: part.name,
      counts,
      failures,
      seconds: Math.round((performance.now() - began) / 1000),
    })
  }
  console.log('')
  for (const { name, counts, failures, seconds } of results) {
    console.log(`${name.padEnd(14)} ${summary(counts)} (${seconds} s)`)
    for (const failure of failures) console.log(`  failed: ${failure}`)
  }
  return results.map(({ counts }) => counts).reduce(add, NOTHING)
}

/** @param {Part} part @param {Readonly<Record<string, string | undefined>>} env @returns {Promise<Counts>} */
async function runPart({ commands, minutesMax, prepare, report }, env) {
  if (report) {
    rmSync(report.file, { force: true })
    mkdirSync(dirname(report.file), { recursive: true })
  }
  try {
    await prepare?.()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  let succeeded = true
  for (const command of commands) {
    const reportEnv = report && { PLAYWRIGHT_JSON_OUTPUT_NAME: report.file }
    succeeded = (await runProgram(command, minutesMax, { ...env, ...reportEnv })) && succeeded
  }
  if (report) return reconcile(report.read(report.file), succeeded)
  return succeeded ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * @param {readonly string[]} command
 * @param {number} minutesMax
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<boolean>}
 */
function runProgram([program = '', ...args], minutesMax, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      // Nothing may wait for an answer: CI has no one to give it.
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: minutesMax * 60_000,
      killSignal: 'SIGKILL',
    })
    child.on('error', () => resolve(false))
    child.on('exit', (code, signal) => {
      if (signal)
        console.error(`${program} was ended by ${signal}; it may take ${minutesMax} minutes at most.`)
      resolve(code === 0)
    })
  })
}
