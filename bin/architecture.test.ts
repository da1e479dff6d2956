import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { expect, test } from 'vitest'
import { consoleEndpoints } from '@/lib/contract/console/endpoints'

/**
 * The house rules that neither the compiler nor the linter nor dependency-cruiser can hold: how long files may be,
 * what they may be called, and what must not be in them.
 */

const LINES_MAX = 400
const TEST_LINES_MAX = 600
const APP_LINES_MAX = 40

/** Every file of ours, new ones included; what is generated or vendored is not. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(?:ts|tsx|mjs|cjs|css)$/.test(file))
  .filter((file) => !file.startsWith('lib/server/kafka/wire/messages/'))
  .filter((file) => !file.endsWith('error-codes.ts'))
  .flatMap((file) => {
    const text = readIfThere(file)
    return text === null ? [] : [{ file, text, lines: text.trimEnd().split('\n').length }]
  })

const isTest = (file: string): boolean => /\.(?:test|e2e|contract)\.tsx?$/.test(file)
const isApp = (file: string): boolean => file.startsWith('app/') && !isTest(file)
const isCode = (file: string): boolean => ['.ts', '.tsx', '.mjs'].includes(extname(file))

const found = (wrong: (entry: (typeof files)[number]) => boolean): string[] =>
  files.filter(wrong).map(({ file, lines }) => `${file} (${lines} lines)`)

test('there is something to check', () => {
  expect(files.length).toBeGreaterThan(100)
})

test('a file is short enough to read in one go', () => {
  expect(found(({ file, lines }) => lines > (isTest(file) ? TEST_LINES_MAX : LINES_MAX))).toEqual([])
})

test('app/ holds only what Next needs: thin files that name things', () => {
  expect(found(({ file, lines }) => isApp(file) && isCode(file) && lines > APP_LINES_MAX)).toEqual([])
})

test('app/ has only file names that Next reserves', () => {
  const reserved =
    /^(?:page|layout|template|loading|error|global-error|not-found|default|icon)\.tsx$|^route\.ts$|^globals\.css$/
  expect(found(({ file }) => isApp(file) && !reserved.test(basename(file)))).toEqual([])
})

test('the tree has no parallel and no intercepting routes', () => {
  expect(found(({ file }) => isApp(file) && /\/@|\/\(\.+\)/.test(file))).toEqual([])
})

test('a file is named for what is in it', () => {
  const vague = /^(?:utils?|helpers?|types?|common|misc|shared|constants?|index)\.(?:tsx?|mjs)$/
  expect(found(({ file }) => vague.test(basename(file)))).toEqual([])
})

test('names are kebab-case', () => {
  const kebab = /^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/
  expect(found(({ file }) => !kebab.test(basename(file)))).toEqual([])
})

test('nobody re-exports a folder', () => {
  const barrel = /^export (?:\*|\{[^}]*\}) from /gm
  expect(
    found(({ text, lines }) => (text.match(barrel)?.length ?? 0) >= 3 || barrelOnly(text, lines)),
  ).toEqual([])
})

test('default exports exist only where a tool asks for them', () => {
  const asked = /^app\/|\.config\.(?:ts|mts|mjs)$|^proxy\.ts$/
  expect(
    found(({ file, text }) => isCode(file) && !asked.test(file) && /^export default /m.test(text)),
  ).toEqual([])
})

test('on the server only process.ts touches globalThis', () => {
  const server = /^lib\/(?!browser\/)|^app\/.*route\.ts$/
  expect(
    found(
      ({ file, text }) =>
        server.test(file) && file !== 'lib/server/process.ts' && /\bglobalThis\b/.test(code(text)),
    ),
  ).toEqual([])
})

test('page addresses are spelled in one place', () => {
  const allowed = /^(?:lib\/browser\/routes\.ts|app\/)/
  expect(
    found(
      ({ file, text }) =>
        file.startsWith('components/') && !allowed.test(file) && /\bhref="\/[a-z]/.test(text),
    ),
  ).toEqual([])
})

test('the console’s route takes every method its endpoints are called by', () => {
  const route = readIfThere('app/api/console/[...path]/route.ts') ?? ''
  const methods = new Set(Object.values(consoleEndpoints).map(({ method }) => method))
  expect([...methods].filter((method) => !route.includes(`export const ${method} =`))).toEqual([])
})

test('every journey has a network of its own: processes of the one before may still be dying', () => {
  const networks = files.flatMap(({ file, text }) =>
    file.endsWith('.e2e.ts') ? (/network: '(127\.\d+)\./.exec(text)?.[1] ?? []) : [],
  )
  expect(networks.length).toBeGreaterThan(10)
  expect(networks.filter((network, place) => networks.indexOf(network) !== place)).toEqual([])
})

function barrelOnly(text: string, lines: number): boolean {
  const exported = text.match(/^export .* from /gm)?.length ?? 0
  return exported > 0 && exported >= lines - 2
}

/** Without comments: they may speak of what the code must not do. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** Null for a file that git still lists but that was just removed. */
function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
