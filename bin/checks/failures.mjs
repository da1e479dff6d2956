// @ts-check
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ROOT } from '../system/settings.mjs'
import { readJson } from './counts.mjs'

/**
 * Which tests failed, a line each: told again at the very end, because the end is what is left of a long log.
 *
 * @typedef {{ file?: string, title?: string, line?: number, ok?: boolean, suites?: Suite[], specs?: Spec[] }} Suite
 * @typedef {{ file: string, line: number, title: string, ok: boolean, tests: { results: { error?: { message?: string } }[] }[] }} Spec
 * @typedef {{ name: string, status: string, message?: string, assertionResults: { fullName: string, status: string, failureMessages?: string[] }[] }} TestFile
 */

/** @param {string} file @returns {string[]} nothing when there is no report, or none that can be read */
export function vitestFailures(file) {
  const { testResults = [] } = /** @type {{ testResults?: TestFile[] }} */ (readJson(file) ?? {})
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [line(name, '', message)] : []
    return failed.map(({ fullName, failureMessages }) => line(name, fullName, failureMessages?.[0]))
  })
}

/** @param {string} file @returns {string[]} */
export function playwrightFailures(file) {
  const { suites = [] } = /** @type {{ suites?: Suite[] }} */ (readJson(file) ?? {})
  return suites
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(({ file: place, line: at, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? []))
      return line(`${place}:${at}`, title, errors[0])
    })
}

/** @param {Suite} suite @returns {Spec[]} */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

/** @param {string} file @param {string} test @param {string} [message] */
function line(file, test, message = '') {
  const place = file.startsWith('/') ? relative(ROOT, file) : file
  const [first = ''] = stripVTControlCharacters(message).split('\n')
  return [place, test, first].filter((part) => part !== '').join(' › ')
}
