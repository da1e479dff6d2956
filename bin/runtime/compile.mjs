// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from '../system/run.mjs'
import { ROOT } from '../system/settings.mjs'
import { clearStamp, hashSources, isStamped, writeStamp } from '../system/stamp.mjs'

/**
 * The runtime's release and node files are TypeScript and Node 20 cannot import that, while the commands need them
 * before or without a server. One bundle of some 30 KB is made of them, in 0.3 s, when a source changed.
 */
const SOURCES = ['bin/runtime', 'lib/broker-runtime', 'lib/domain', 'tsconfig.json']
const OUTPUT = join(ROOT, '.cache/runtime')
const BUNDLE = join(OUTPUT, 'local-runtime.mjs')

/** @returns {Promise<typeof import('./local-runtime')>} */
export async function loadRuntime() {
  const stamp = join(OUTPUT, '.stamp')
  const hash = hashSources(SOURCES, (name) => !name.includes('.test.'))
  if (!existsSync(BUNDLE) || !isStamped(stamp, hash)) {
    clearStamp(stamp)
    // A process of its own: the bundler's native code would stay in the server's memory for ever.
    const command = [join(ROOT, 'bin/runtime/bundle.mjs'), 'bin/runtime/local-runtime.ts', BUNDLE]
    await run('Compiling the runtime', process.execPath, command, { cwd: ROOT })
    writeStamp(stamp, hash)
  }
  return import(pathToFileURL(BUNDLE).href)
}
