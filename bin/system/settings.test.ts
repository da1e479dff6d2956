import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings } from './settings.mjs'

test('without any variable everything is under the home of the user', () => {
  expect(readSettings({})).toEqual({
    home: join(homedir(), '.local/state/mosaik'),
    cache: join(homedir(), '.cache/mosaik'),
    host: '127.0.0.1',
    port: 3000,
    allowedHosts: [],
    databaseUrl: `file:${join(homedir(), '.local/state/mosaik/mosaik.db')}`,
    databaseFile: join(homedir(), '.local/state/mosaik/mosaik.db'),
  })
})

test('XDG folders are honoured, relative ones ignored as their standard says', () => {
  expect(readSettings({ XDG_STATE_HOME: '/state', XDG_CACHE_HOME: '/cache' })).toMatchObject({
    home: '/state/mosaik',
    cache: '/cache/mosaik',
  })
  expect(readSettings({ XDG_STATE_HOME: 'state' }).home).toBe(join(homedir(), '.local/state/mosaik'))
})

test('a relative home becomes absolute, empty variables count as unset', () => {
  expect(readSettings({ MOSAIK_HOME: 'here', PORT: '', HOST: '' })).toMatchObject({
    home: join(process.cwd(), 'here'),
    port: 3000,
    host: '127.0.0.1',
  })
})

test('allowed hosts are names in small letters', () => {
  expect(readSettings({ MOSAIK_ALLOWED_HOSTS: 'Mosaik.Example, other:8443,' }).allowedHosts).toEqual([
    'mosaik.example',
    'other:8443',
  ])
})

describe('HOST', () => {
  test.each(['127.0.0.1', '127.5.5.5', 'localhost', '::1', '[::1]'])('%s is this machine', (host) => {
    expect(readSettings({ HOST: host }).host).toBe(host.replace(/[[\]]/g, ''))
  })

  test.each(['0.0.0.0', '::', '192.168.1.7', 'example.org', '127.0.0.1.example.org'])(
    '%s is refused',
    (host) => {
      expect(() => readSettings({ HOST: host })).toThrow(/no sign-in yet/)
    },
  )
})

test.each(['http', '-1', '65536', '30 00', '1e3'])('PORT=%s is refused', (port) => {
  expect(() => readSettings({ PORT: port })).toThrow(/not a port/)
})

describe('DATABASE_URL', () => {
  test.each([
    ['file:/data/m.db', '/data/m.db'],
    ['file:///data/m.db', '/data/m.db'],
    ['file:/data/m.db?mode=rw', '/data/m.db'],
  ])('%s is the file %s', (url, file) => {
    expect(readSettings({ DATABASE_URL: url }).databaseFile).toBe(file)
  })

  test('another kind of database is refused', () => {
    expect(() => readSettings({ DATABASE_URL: 'postgresql://localhost/mosaik' })).toThrow(/SQLite file/)
  })
})
