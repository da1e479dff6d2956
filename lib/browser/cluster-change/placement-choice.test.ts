import { expect, test } from 'vitest'
import {
  brokersOn,
  chosenLeaders,
  leadersMode,
  placementWish,
  writeLeaders,
  writeOn,
  type PlacementChoice,
} from './placement-choice'

const nothing: PlacementChoice = { topic: '', on: '', factor: '', leaders: '' }

test.each<[string, Partial<PlacementChoice>, ReturnType<typeof placementWish>]>([
  ['everything level', {}, {}],
  ['on some brokers', { on: '1,3' }, { brokers: [1, 3] }],
  ['on none', { on: 'none' }, { brokers: [] }],
  ['one topic', { topic: 'orders' }, { topic: 'orders' }],
  ['off a broker', { topic: 'orders', on: '1,3' }, { topic: 'orders', brokers: [1, 3] }],
  ['another factor', { topic: 'orders', factor: '3' }, { topic: 'orders', factor: 3 }],
  ['a factor that is none', { topic: 'orders', factor: 'x' }, null],
  ['a factor of no topic', { factor: '3' }, {}],
  ['leaders level on some', { on: '2', leaders: 'level' }, { brokers: [2], leaders: 'level' }],
  ['elected now', { topic: 'a', on: '2', leaders: 'preferred' }, { topic: 'a', leaders: 'preferred' }],
  ['none chosen so far', { topic: 'a', leaders: 'chosen' }, null],
  [
    'chosen',
    { topic: 'a', leaders: 'chosen:0-2,5-1' },
    {
      topic: 'a',
      leaders: [
        { partition: 0, leader: 2 },
        { partition: 5, leader: 1 },
      ],
    },
  ],
  ['words of nobody', { leaders: 'whatever' }, {}],
])('%s', (_, choice, wish) => {
  expect(placementWish({ ...nothing, ...choice })).toEqual(wish)
})

test('what is written is read', () => {
  const chosen = new Map([
    [0, 2],
    [5, 1],
  ])
  expect(chosenLeaders(writeLeaders(chosen))).toEqual(chosen)
  expect(leadersMode(writeLeaders(new Map()))).toBe('chosen')
  expect(writeOn([1, 2, 3], [1, 2, 3])).toBe('')
  expect(brokersOn(writeOn([], [1, 2]), [1, 2])).toEqual([])
  expect(brokersOn(writeOn([2], [1, 2]), [1, 2])).toEqual([2])
})
