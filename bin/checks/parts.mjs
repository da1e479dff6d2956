// @ts-check
import { join } from 'node:path'
import { buildConsole } from '../start/build.mjs'
import { aloneInClone } from '../start/clone-lock.mjs'
import { ROOT } from '../system/settings.mjs'
import { readPlaywrightReport, readVitestReport } from './counts.mjs'
import { playwrightFailures, vitestFailures } from './failures.mjs'

/**
 * What is checked, in the order of what it costs to be wrong. A part without a report counts as one: passed or
 * failed. A part with a report counts its tests.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * @typedef {object} Part
 * @property {string} name
 * @property {readonly (readonly string[])[]} commands program of node_modules and its arguments; all are run
 * @property {number} minutesMax a part that hangs must not hang the whole
 * @property {() => Promise<void>} [prepare]
 * @property {{ file: string, read: (file: string) => Counts | null, failures: (file: string) => string[] }} [report]
 */

/** @param {string} name */
const reportFile = (name) => join(ROOT, `.cache/reports/${name}.json`)

/** @param {'unit' | 'lives' | 'integration' | 'long'} project @param {number} minutesMax @returns {Part} */
const vitest = (project, minutesMax) => ({
  name: project,
  commands: [
    [
      'vitest/vitest.mjs',
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile(project)}`,
    ],
  ],
  minutesMax,
  report: { file: reportFile(project), read: readVitestReport, failures: vitestFailures },
})

/** @param {string} name @param {'journeys' | 'long'} project @returns {Part} */
const playwright = (name, project) => ({
  name,
  commands: [['@playwright/test/cli.js', 'test', `--project=${project}`, '--reporter=list,json']],
  minutesMax: 60,
  prepare: () => aloneInClone(buildConsole),
  report: { file: reportFile(name), read: readPlaywrightReport, failures: playwrightFailures },
})

/** @type {readonly Part[]} */
export const QUICK_PARTS = [
  {
    name: 'format',
    commands: [
      [
        'prettier/bin/prettier.cjs',
        '--check',
        '--log-level=warn',
        '--cache',
        '--cache-location=.cache/prettier',
        '.',
      ],
    ],
    minutesMax: 5,
  },
  { name: 'lint', commands: [['oxlint/bin/oxlint', '--type-aware', '--deny-warnings']], minutesMax: 5 },
  {
    name: 'types',
    commands: [
      ['next/dist/bin/next', 'typegen'],
      ['typescript/bin/tsc', '--noEmit'],
    ],
    minutesMax: 5,
  },
  {
    name: 'architecture',
    commands: [
      [
        'dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'app',
        'bin',
        'components',
        'lib',
      ],
      ['knip/bin/knip.js'],
    ],
    minutesMax: 5,
  },
  vitest('unit', 10),
]

/** @type {readonly Part[]} */
export const ALL_PARTS = [
  ...QUICK_PARTS,
  vitest('lives', 20),
  vitest('integration', 60),
  playwright('end-to-end', 'journeys'),
]

/** @type {readonly Part[]} */
export const FULL_PARTS = [...ALL_PARTS, vitest('long', 60), playwright('end-to-end-long', 'long')]
