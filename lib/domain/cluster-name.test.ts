import { expect, test } from 'vitest'
import { clusterNameProblem } from './cluster-name'

test.each([
  ['orders', null],
  ['1-Orders', null],
  ['o'.repeat(64), null],
  ['', { is: 'missing' }],
  ['-orders', { is: 'hyphen' }],
  ['my orders', { is: 'characters', character: '␣' }],
  ['ord_ers', { is: 'characters', character: '_' }],
  ['<b>orders</b>', { is: 'characters', character: '<' }],
  ['orders🚀', { is: 'characters', character: '🚀' }],
  ['注文', { is: 'characters', character: '注' }],
  ['or\u200Bders', { is: 'characters', character: 'U+200B' }],
  ['or\u3000ders', { is: 'characters', character: 'U+3000' }],
  ['o'.repeat(249), { is: 'long', count: 249 }],
])('%j', (name, problem) => {
  expect(clusterNameProblem(name)).toEqual(problem)
})
