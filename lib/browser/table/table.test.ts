import { describe, expect, test } from 'vitest'
import { calmOrder } from './calm-order'
import { csvCell, csvFileName, csvText } from './csv'
import { csvRows } from './csv-rows'
import { countValues, filterRows } from './filter-rows'
import { sortRows } from './sort-rows'

const rows = [
  { name: 'orders', version: '4.3.1' },
  { name: 'payments', version: '3.9.0' },
  { name: 'orders-test', version: '4.10.0' },
]
const textOf = ({ name, version }: (typeof rows)[number]) => `${name} ${version}`
const versionOf = ({ version }: (typeof rows)[number]) => [version]
const names = (words: string, value = '') =>
  filterRows(rows, { textOf, words, facets: [{ valuesOf: versionOf, value }] }).map(({ name }) => name)

describe('filter', () => {
  test.each([
    ['', '', ['orders', 'payments', 'orders-test']],
    ['ORDERS', '', ['orders', 'orders-test']],
    ['test 4.10', '', ['orders-test']],
    ['orders', '4.3.1', ['orders']],
    ['payments', '4.3.1', []],
  ])('words %j and version %j', (words, version, expected) => {
    expect(names(words, version)).toEqual(expected)
  })

  test('versions are counted in the order of their numbers', () => {
    expect(countValues(rows, versionOf).map(({ value }) => value)).toEqual(['3.9.0', '4.3.1', '4.10.0'])
    expect(countValues(rows, versionOf, ['4.10.0'])[0]).toEqual({ value: '4.10.0', count: 1 })
  })
})

test('a row with several values is found and counted by each of them', () => {
  const copies = [
    { name: 0, brokers: ['1', '2'] },
    { name: 1, brokers: ['2', '3'] },
  ]
  const valuesOf = ({ brokers }: (typeof copies)[number]) => brokers
  const facets = [{ valuesOf, value: '2' }]
  expect(filterRows(copies, { textOf: String, words: '', facets })).toHaveLength(2)
  expect(countValues(copies, valuesOf).map(({ count }) => count)).toEqual([1, 2, 1])
})

describe('order while reading', () => {
  test.each([
    ['nothing moves', 'abc', 'cba', 'abc'],
    ['what is gone leaves', 'abc', 'ca', 'ac'],
    ['what is new stands below', 'abc', 'abxc', 'abcx'],
    ['several new ones in their order', 'abc', 'xyabc', 'abcxy'],
    ['a new row among moved ones', 'abc', 'cxba', 'abcx'],
    ['nothing was shown', '', 'ba', 'ba'],
  ])('%s', (_, shown, wanted, expected) => {
    expect(calmOrder(shown.split(''), wanted.split('')).join('')).toBe(expected)
  })
})

describe('CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49', '+49'],
    ['+49+cmd', "'+49+cmd"],
    ['-rf', "'-rf"],
    ['@here', "'@here"],
    ['\tx', "'\tx"],
    ['plain', 'plain'],
    [-5, '-5'],
    [null, ''],
  ])('%j is written %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })

  test('quotes what holds commas, quotes and lines', () => {
    const columns = [{ header: 'Name', valueOf: (row: { name: string }) => row.name }]
    expect(csvText(csvRows(columns, [{ name: 'a,"b"\nc' }]))).toBe('\u{FEFF}Name\n"a,""b""\nc"\r\n')
  })

  test('the file says whose, what and when', () => {
    expect(csvFileName('orders-topics', Date.parse('2026-11-22T14:32:07.190Z'))).toBe(
      'orders-topics-20261122T143207Z.csv',
    )
    expect(csvFileName('../a b', 0)).toBe('.._a_b-19700101T000000Z.csv')
  })
})

describe('sort', () => {
  const sorted = (values: readonly unknown[], isDescending = false) =>
    sortRows(
      values.map((value, place) => ({ value, place })),
      { valueOf: ({ value }) => value, isDescending },
    )
  test.each([
    ['numbers', [10, 9, -1, 100], [-1, 9, 10, 100]],
    ['numbers within names', ['fleet-10', 'fleet-9', 'Fleet-1'], ['Fleet-1', 'fleet-9', 'fleet-10']],
    ['versions', ['4.10.0', '3.9.2', '4.9.1'], ['3.9.2', '4.9.1', '4.10.0']],
    ['nothing', [], []],
  ])('%s', (_what, values, expected) => {
    expect(sorted(values).map(({ value }) => value)).toEqual(expected)
    expect(sorted(values, true).map(({ value }) => value)).toEqual(expected.toReversed())
  })

  test('equal ones keep their order either way', () => {
    expect(sorted([1, 0, 1, 0]).map(({ place }) => place)).toEqual([1, 3, 0, 2])
    expect(sorted([1, 0, 1, 0], true).map(({ place }) => place)).toEqual([0, 2, 1, 3])
  })
})
