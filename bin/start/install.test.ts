import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packagesAreInstalled } from './install.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mosaik-install-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const a = { version: '1.0.0', integrity: 'sha-a' }
const optional = { version: '2.0.0', integrity: 'sha-b', optional: true }

function lay(wanted: Record<string, object>, installed: Record<string, object> | null) {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }))
  if (!installed) return
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
}

test('a fresh clone has nothing', () => {
  lay({ 'node_modules/a': a }, null)
  expect(packagesAreInstalled(root)).toBe(false)
})

test('equal versions are installed, whoever installed them', () => {
  lay({ 'node_modules/a': a }, { 'node_modules/a': a })
  expect(packagesAreInstalled(root)).toBe(true)
})

test('another version is not', () => {
  lay({ 'node_modules/a': a }, { 'node_modules/a': { ...a, version: '1.0.1' } })
  expect(packagesAreInstalled(root)).toBe(false)
})

test('packages of other platforms may be missing', () => {
  lay({ 'node_modules/a': a, 'node_modules/b': optional }, { 'node_modules/a': a })
  expect(packagesAreInstalled(root)).toBe(true)
})

test('an installation that broke off left no readable lock file', () => {
  lay({ 'node_modules/a': a }, {})
  writeFileSync(join(root, 'node_modules/.package-lock.json'), '{"packages": {')
  expect(packagesAreInstalled(root)).toBe(false)
})
