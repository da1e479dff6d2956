import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { environment } from '@/lib/server/env'
import { Refusal } from './refusal.mjs'
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

describe('what the server judges too is judged alike', () => {
  const networks = [
    '',
    '127.10.0.0/16',
    '127.0.0.0/8',
    '127.128.0.0/9',
    '127.12.0.0/14',
    '127.255.0.0/16',
    '127.010.0.0/16',
    'foo',
    '10.0.0.0/8',
    '127.10.0.0/17',
    '127.0.0.0/7',
    '127.10.0.0/8',
    '127.1.0.0/15',
    '127.256.0.0/16',
    '127.10.1.0/24',
    '127.10.0.0',
    '127.10.0.0/',
    ' 127.10.0.0/16',
    '127.10.0.0/16\n',
    '127.-1.0.0/16',
  ]
  const accounts = ['', '000000000000', '123456789012', '12', '1234567890123', '12345678901a', ' 12345678901']
  const drivers = ['', 'local', 'fake', 'docker', 'Local', 'local ']
  const caps = ['', '10', '512', '9', '0512', '1e3', '99999999', '-20', '12.5']
  const table = [
    ...networks.map((value) => ({ MOSAIK_NETWORK: value })),
    ...accounts.map((value) => ({ MOSAIK_ACCOUNT: value })),
    ...drivers.map((value) => ({ MOSAIK_DRIVER: value })),
    ...caps.map((value) => ({ MOSAIK_METRICS_MIB: value })),
  ]

  test.each(table)('%o', (variables) => {
    expect(accepts(() => readSettings(variables))).toBe(
      accepts(() => environment({ NODE_ENV: 'test', ...variables })),
    )
  })

  test.each([
    [{ MOSAIK_NETWORK: '10.0.0.0/8' }, 'MOSAIK_NETWORK is "10.0.0.0/8", which is not a loopback network'],
    [{ MOSAIK_ACCOUNT: '12' }, 'MOSAIK_ACCOUNT is "12", which is not an AWS account number'],
    [{ MOSAIK_DRIVER: 'docker' }, 'MOSAIK_DRIVER is "docker", which is not a driver'],
    [{ MOSAIK_METRICS_MIB: '5' }, 'MOSAIK_METRICS_MIB is "5". Use a whole number of MiB'],
  ])('%o is refused with a sentence', (variables, words) => {
    expect(() => readSettings(variables)).toThrow(Refusal)
    expect(() => readSettings(variables)).toThrow(words)
  })
})

function accepts(judge: () => unknown): boolean {
  try {
    judge()
    return true
  } catch {
    return false
  }
}
