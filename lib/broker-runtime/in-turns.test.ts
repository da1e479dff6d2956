import { expect, test } from 'vitest'
import { inTurns, numbersBelow } from './in-turns'

const busyFor = (ms: number) => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('others have their turn while a long list is worked through', async () => {
  const order: (number | 'other')[] = []
  setImmediate(() => order.push('other'))
  await inTurns(numbersBelow(64), (number) => {
    busyFor(0.5)
    order.push(number)
  })
  expect(order.indexOf('other')).toBeGreaterThan(0)
  expect(order.indexOf('other')).toBeLessThan(64)
  expect(order.filter((each) => each !== 'other')).toEqual([...numbersBelow(64)])
})

test('what goes wrong with one item ends the work', async () => {
  const work = inTurns([1, 2, 3], (number) => {
    if (number === 2) throw new Error('two')
  })
  await expect(work).rejects.toThrow('two')
})
