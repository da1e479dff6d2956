import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aloneInClone } from './clone-lock.mjs'

let folder = ''
beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  folder = mkdtempSync(join(tmpdir(), 'mosaik-clone-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

test('one works, the other waits', async () => {
  const file = join(folder, 'cache/setup.lock')
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} begins`)
    await sleep(100)
    seen.push(`${name} ends`)
  }
  await Promise.all([aloneInClone(work('a'), file), aloneInClone(work('b'), file)])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('what a killed process left behind is set aside', async () => {
  const file = join(folder, 'setup.lock')
  writeFileSync(file, JSON.stringify({ pid: process.pid, startTicks: 'of another boot' }))
  expect(await aloneInClone(async () => 'worked', file)).toBe('worked')
})

test('a failure frees it', async () => {
  const file = join(folder, 'setup.lock')
  await expect(aloneInClone(() => Promise.reject(new Error('no')), file)).rejects.toThrow('no')
  expect(await aloneInClone(async () => 'worked', file)).toBe('worked')
})
