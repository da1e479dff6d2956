// @ts-check
import { resolve } from 'node:path'
import { build } from 'rolldown'
import { ROOT } from '../system/settings.mjs'

const [input = '', output = ''] = process.argv.slice(2)

/** Run as a process of its own, with an entry and an output: bundles our own TypeScript, leaves packages where they are. */
await build({
  input: resolve(ROOT, input),
  platform: 'node',
  external: (name) => !name.startsWith('.') && !name.startsWith('/') && !name.startsWith('@/'),
  resolve: { alias: { '@': ROOT.replace(/\/$/, '') } },
  output: { file: output, format: 'esm' },
  logLevel: 'warn',
})
