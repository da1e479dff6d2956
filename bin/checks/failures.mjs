// @ts-check
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ROOT } from '../system/settings.mjs'

/**
 * Which tests failed, a line each: told again at the very end, because the end is what is left of a long log.
 *
 * @typedef {{ file?: string, title?: string, line?: number, ok?: boolean, suites?: Suite[], specs?: Spec[] }} Suite
 * @typedef {{ file: string, line: number, title: string, ok: boolean, tests: { results: { error?: { message?: string } }[] }[] }} Spec
 * @typedef {{ name: string, status: string, message?: string, assertionResults: { fullName: string, status: string, failureMessages?: string[] }[] }} TestFile
 */

/** @param {string} file @returns {string[]} nothing when there is no report, or none that can be read */
export const vitestFailures = (file) =>
  read(file, (/** @type {{ testResults: TestFile[] }} */ { testResults }) =>
    testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed')
      if (failed.length === 0) return status === 'failed' ? [line(name, '', message)] : []
      return failed.map(({ fullName, failureMessages }) => line(name, fullName, failureMessages?.[0]))
    }),
  )

/** @param {string} file @returns {string[]} */
export const playwrightFailures = (file) =>
  read(file, (/** @type {{ suites: Suite[] }} */ { suites }) =>
    suites
      .flatMap(specsOf)
      .filter(({ ok }) => !ok)
      .map((spec) => {
        const results = spec.tests.flatMap((test) => test.results)
        return line(
          `${spec.file}:${spec.line}`,
          spec.title,
          results.find(({ error }) => error)?.error?.message,
        )
      }),
  )

/** @param {Suite} suite @returns {Spec[]} */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

/** @param {string} file @param {string} test @param {string} [message] */
function line(file, test, message = '') {
  const place = file.startsWith('/') ? relative(ROOT, file) : file
  const [first = ''] = stripVTControlCharacters(message).split('\n')
  return [place, test, first].filter((part) => part !== '').join(' › ')
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => string[]} tell
 * @returns {string[]}
 */
function read(file, tell) {
  try {
    return tell(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
