// @ts-check
import { readFileSync } from 'node:fs'

/** @typedef {import('./parts.mjs').Counts} Counts */

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 }

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** The last line of `npm test`. @param {Counts} counts */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

/**
 * A program may fail without a failed test: a file that cannot be loaded, an error outside of any test, a report
 * never written. That counts as one failure, so that the sum never says all is well.
 *
 * @param {Counts | null} counted
 * @param {boolean} succeeded how the program ended
 * @returns {Counts}
 */
export function reconcile(counted, succeeded) {
  if (counted === null) return { ...NOTHING, failed: 1 }
  return !succeeded && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

/** @param {string} file @returns {Counts | null} null when there is no report */
export function readVitestReport(file) {
  const report = readJson(file)
  if (!report) return null
  return {
    passed: number(report.numPassedTests),
    failed: number(report.numFailedTests),
    skipped: number(report.numPendingTests) + number(report.numTodoTests),
  }
}

/** @param {string} file @returns {Counts | null} */
export function readPlaywrightReport(file) {
  const stats = readJson(file)?.stats
  if (!isObject(stats)) return null
  return {
    passed: number(stats.expected) + number(stats.flaky),
    failed: number(stats.unexpected),
    skipped: number(stats.skipped),
  }
}

/** @param {string} file @returns {Record<string, unknown> | null} null when there is none, or none that can be read */
export function readJson(file) {
  try {
    const parsed = JSON.parse(readFileSync(file, 'utf8'))
    return isObject(parsed) ? parsed : null
  } catch {
    return null
  }
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null

/** @param {unknown} value */
const number = (value) => (typeof value === 'number' ? value : 0)
