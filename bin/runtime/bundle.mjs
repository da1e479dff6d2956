// @ts-check
import { build } from 'rolldown'
import { ROOT } from '../system/settings.mjs'

/** Run by `compile.mjs`: bundles our own TypeScript, leaves packages where they are. */
await build({
  input: new URL('local-runtime.ts', import.meta.url).pathname,
  platform: 'node',
  external: (name) => !name.startsWith('.') && !name.startsWith('/') && !name.startsWith('@/'),
  resolve: { alias: { '@': ROOT.replace(/\/$/, '') } },
  output: { file: process.argv[2], format: 'esm' },
  logLevel: 'warn',
})
