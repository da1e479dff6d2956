import { expect, test } from 'vitest'
import { keepNewest } from './keep-newest'

test('the oldest go first, and what is put again is new', () => {
  const kept = new Map([
    ['a', 1],
    ['b', 2],
  ])
  keepNewest(kept, 'a', 3, 2)
  expect([...kept]).toEqual([
    ['b', 2],
    ['a', 3],
  ])
  keepNewest(kept, 'c', 4, 2)
  expect([...kept.keys()]).toEqual(['a', 'c'])
})
