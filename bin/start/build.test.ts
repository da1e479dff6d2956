import { expect, test } from 'vitest'
import { frozenPages } from './build.mjs'

test('only pages of ours count as frozen', () => {
  const routes = ['/_not-found', '/_global-error', '/icon.svg', '/manifest.webmanifest', '/clusters']
  expect(frozenPages(routes)).toEqual(['/clusters'])
})
