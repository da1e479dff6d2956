// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressFiles } from './compress-files.mjs'
import { showStep } from '../system/progress.mjs'
import { Refusal } from '../system/refusal.mjs'
import { run } from '../system/run.mjs'
import { ROOT } from '../system/settings.mjs'
import { clearStamp, hashSources, isStamped, writeStamp } from '../system/stamp.mjs'

const SOURCES = [
  'app',
  'components',
  'lib',
  'messages',
  'public',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

const OUTPUT = join(ROOT, '.next')
const STAMP = join(OUTPUT, '.stamp')

/** Builds the console and the API, if a source changed since the last build. */
export async function buildConsole() {
  const hash = hashSources(SOURCES, isBuilt, [process.version])
  if (isStamped(STAMP, hash) && existsSync(join(OUTPUT, 'BUILD_ID'))) return
  clearStamp(STAMP)
  await showStep('Building the console', () =>
    run('Building the console', process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: ROOT,
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    }),
  )
  refuseFrozenPages()
  await showStep('Compressing the console', () => compressFiles(join(OUTPUT, 'static')))
  writeStamp(STAMP, hash)
}

/** @param {string} name */
const isBuilt = (name) => !/\.test\.tsx?$/.test(name)

/**
 * A page that reads the database but was not marked dynamic is rendered once, at build time, and shows those rows
 * for ever. Next calls that a success; here it ends the build.
 */
function refuseFrozenPages() {
  const manifest = JSON.parse(readFileSync(join(OUTPUT, 'prerender-manifest.json'), 'utf8'))
  const frozen = frozenPages(Object.keys(manifest.routes))
  if (frozen.length === 0) return
  throw new Refusal(
    `The build froze ${frozen.join(', ')} as static pages, which would never show what changes. Mark them dynamic.`,
  )
}

/** Next's own error pages and files with an extension (icons, the manifest) may be static. @param {readonly string[]} routes */
export const frozenPages = (routes) => routes.filter((route) => !/^\/_|\.\w+$/.test(route))
