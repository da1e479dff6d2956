import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockHome } from './home-lock.mjs'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mosaik-lock-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** Another process that holds the home and says so in `server.json`, as a server does. */
async function startHolder() {
  const script = `
    import { lockHome } from ${JSON.stringify(new URL('home-lock.mjs', import.meta.url).href)}
    import { writeServerFile } from ${JSON.stringify(new URL('server-file.mjs', import.meta.url).href)}
    globalThis.lock = await lockHome(${JSON.stringify(home)})
    writeServerFile(${JSON.stringify(home)}, 'http://127.0.0.1:3999')
    console.log('locked')
    setInterval(() => undefined, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  return holder
}

test('a second process is refused at once, and told who was first', async () => {
  const holder = await startHolder()
  const began = performance.now()
  await expect(lockHome(home)).rejects.toThrow(`pid ${holder.pid}, http://127.0.0.1:3999) uses ${home}`)
  expect(performance.now() - began).toBeLessThan(1_000)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
})

test('a killed holder leaves the home free', async () => {
  const holder = await startHolder()
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const lock = await lockHome(home)
  await expect(lock.free()).resolves.toBeUndefined()
})

test('a holder that is ending is waited for', async () => {
  const holder = await startHolder()
  setTimeout(() => holder.kill('SIGKILL'), 200)
  const lock = await lockHome(home, 5_000)
  await expect(lock.free()).resolves.toBeUndefined()
})

test('freed by its owner, it can be taken again', async () => {
  const first = await lockHome(home)
  await first.free()
  const second = await lockHome(home)
  await second.free()
  expect(statSync(join(home, 'lock.db')).mode & 0o777).toBe(0o600)
})
