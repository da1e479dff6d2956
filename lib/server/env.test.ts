import { expect, test } from 'vitest'
import { environment, EnvironmentProblem } from './env'

test('an empty environment gives the documented defaults', () => {
  const found = environment({ NODE_ENV: 'test', MOSAIK_HOME: '/tmp/home' })
  expect(found).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    network: '127.10.0.0/16',
    account: '000000000000',
    driver: 'local',
    databaseUrl: 'file:/tmp/home/mosaik.db',
    allowedHosts: [],
    javaHomes: [],
  })
})

test('lists are split and empty variables count as unset', () => {
  const found = environment({
    NODE_ENV: 'test',
    MOSAIK_ALLOWED_HOSTS: 'a.example, b.example',
    MOSAIK_JAVA_HOME: '/j17:/j8',
    PORT: '',
  })
  expect(found.allowedHosts).toEqual(['a.example', 'b.example'])
  expect(found.javaHomes).toEqual(['/j17', '/j8'])
  expect(found.port).toBe(3000)
})

test.each([
  [{ HOST: '0.0.0.0' }, 'loopback'],
  [{ MOSAIK_NETWORK: '10.0.0.0/8' }, 'not a loopback network'],
  [{ MOSAIK_ACCOUNT: '12' }, 'twelve digits'],
  [{ MOSAIK_DRIVER: 'docker' }, 'local or fake'],
  [{ PORT: '70000' }, 'up to 65535'],
])('%o is refused with a sentence', (variables, words) => {
  expect(() => environment({ NODE_ENV: 'test', ...variables })).toThrow(EnvironmentProblem)
  expect(() => environment({ NODE_ENV: 'test', ...variables })).toThrow(words)
})
