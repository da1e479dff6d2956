// @ts-check
import { pathToFileURL } from 'node:url'
import { compile } from '../bundle/compile.mjs'

/**
 * The runtime's release and node files, which the commands need before or without a server.
 *
 * @returns {Promise<typeof import('./local-runtime')>}
 */
export async function loadRuntime() {
  const file = await compile({
    what: 'the runtime',
    entry: 'bin/runtime/local-runtime.ts',
    sources: ['lib/broker-runtime', 'lib/domain'],
    output: '.cache/runtime/local-runtime.mjs',
  })
  return import(pathToFileURL(file).href)
}
