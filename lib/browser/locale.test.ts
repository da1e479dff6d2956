import { describe, expect, test } from 'vitest'
import { chooseLocale } from './locale'

describe('chooseLocale', () => {
  test.each([
    ['ja', 'en', 'ja'],
    [undefined, 'ja,en-US;q=0.9', 'ja'],
    [undefined, 'fr;q=0.9, ja-JP;q=0.8, en;q=0.7', 'ja'],
    [undefined, 'en;q=0.3, ja;q=0.9', 'ja'],
    [undefined, 'de', 'en'],
    [undefined, null, 'en'],
    ['klingon', 'ja', 'ja'],
  ] as const)('cookie %s and Accept-Language %s give %s', (cookie, header, expected) => {
    expect(chooseLocale(cookie, header)).toBe(expected)
  })
})
