import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { compressFiles } from '../start/compress-files.mjs'
import { withBuiltFiles } from './built-files.mjs'

const open: { close(): unknown }[] = []
const folders: string[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

async function serve(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mosaik-built-'))
  folders.push(folder)
  writeFileSync(join(folder, 'page.js'), 'compressed()')
  await compressFiles(folder)
  writeFileSync(join(folder, 'later.js'), 'notCompressed()')
  const handler = withBuiltFiles((_, response) => response.end('from Next'), folder)
  const server = createServer((request, response) => void handler(request, response))
  open.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

test('a script of the build comes as it was compressed, and is kept for ever', async () => {
  const response = await fetch(`${await serve()}/_next/static/page.js?dpl=1`, {
    headers: { 'accept-encoding': 'gzip, br' },
  })
  expect(await response.text()).toBe('compressed()')
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(response.headers.get('content-type')).toBe('application/javascript; charset=UTF-8')
  expect(response.headers.get('cache-control')).toContain('immutable')
})

test.each([
  ['what was not compressed', '/_next/static/later.js', 'br'],
  ['a browser that cannot read it', '/_next/static/page.js', 'gzip'],
  ['a path that leads out of the folder', '/_next/static/%2e%2e/page.js', 'br'],
  ['the compressed file under its own name', '/_next/static/page.js.br', 'br'],
  ['a page', '/clusters', 'br'],
])('Next answers for %s', async (_, path, encoding) => {
  const response = await fetch(`${await serve()}${path}`, { headers: { 'accept-encoding': encoding } })
  expect(await response.text()).toBe('from Next')
})
