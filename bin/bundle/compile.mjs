// @ts-check
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from '../system/run.mjs'
import { ROOT } from '../system/settings.mjs'
import { clearStamp, hashSources, isStamped, writeStamp } from '../system/stamp.mjs'

/**
 * Node 20 cannot import TypeScript, and some of ours is needed outside of what Next builds: by commands that run
 * without a server, and by a thread, which begins with a file. One bundle is made of it, in 0.3 s, when a source
 * changed.
 *
 * @param {{ what: string, entry: string, sources: readonly string[], output: string }} bundle paths in the clone
 * @returns {Promise<string>} the bundle's file
 */
export async function compile({ what, entry, sources, output }) {
  const file = join(ROOT, output)
  const stamp = join(dirname(file), '.stamp')
  const hash = hashSources(
    [entry, ...sources, 'bin/bundle', 'tsconfig.json'],
    (name) => !name.includes('.test.'),
  )
  if (existsSync(file) && isStamped(stamp, hash)) return file
  clearStamp(stamp)
  // A process of its own: the bundler's native code would stay in the server's memory for ever.
  const script = join(ROOT, 'bin/bundle/bundle.mjs')
  await run(`Compiling ${what}`, process.execPath, [script, join(ROOT, entry), file], { cwd: ROOT })
  writeStamp(stamp, hash)
  return file
}
