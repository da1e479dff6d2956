import { expect, test } from 'vitest'
import { FULL_DISK, isFullDisk } from './full-disk'
import { serve } from './http/serve'

const coded = (message: string, code: string) => Object.assign(new Error(message), { code })

test.each<[string, unknown, boolean]>([
  ['SQLite', coded('SQLITE_FULL: database or disk is full', 'SQLITE_FULL'), true],
  [
    'a database client that wraps it',
    coded('Transaction API error: database or disk is full', 'P2028'),
    true,
  ],
  [
    'the client about its COMMIT',
    new Error('A rollback cannot be executed on a committed transaction.'),
    true,
  ],
  ['the system', coded('ENOSPC: no space left on device, write', 'ENOSPC'), true],
  ['a cause below', new Error('could not store', { cause: coded('write', 'ENOSPC') }), true],
  ['another trouble', coded('SQLITE_BUSY: database is locked', 'SQLITE_BUSY'), false],
  ['no error at all', 'ENOSPC', false],
])('a full disk as told by %s', (_, error, is) => {
  expect(isFullDisk(error)).toBe(is)
})

test('a request that meets a full disk is told so, and that nothing was changed', async () => {
  const answer = serve({
    CreateAnything: {
      method: 'POST',
      path: '/anything',
      run: () => Promise.reject(coded('database or disk is full', 'SQLITE_FULL')),
    },
  })
  const body = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
  const response = await answer(new Request('http://127.0.0.1:3000/anything', body))
  expect(response.status).toBe(503)
  expect(response.headers.get('x-amzn-ErrorType')).toBe('ServiceUnavailableException')
  expect(await response.json()).toEqual({ message: FULL_DISK })
})
