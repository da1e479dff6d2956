import { expect, test } from 'vitest'
import type { NodeSetting } from '@/lib/contract/console/nodes'
import { countOf, filterSettings, readSettingFilter } from './settings-filter'

const setting = (name: string, source: NodeSetting['source'], value: string | null = '1'): NodeSetting => ({
  name,
  value,
  source,
  isSensitive: value === null,
  defaultValue: null,
})
const SETTINGS = [
  setting('num.io.threads', 'OVERLAY', '3'),
  setting('num.partitions', 'USER', '12'),
  setting('compression.type', 'KAFKA_DEFAULT', 'producer'),
  setting('ssl.keystore.password', 'USER', null),
]

test.each([
  ['changed', '', 3],
  ['all', '', 4],
  ['KAFKA_DEFAULT', '', 1],
  ['USER', '', 2],
  ['all', 'NUM', 2],
  ['all', 'num 12', 1],
  ['changed', 'compression', 0],
] as const)('of %s, with the words "%s", %d are shown', (filter, text, count) => {
  expect(filterSettings(SETTINGS, filter, text)).toHaveLength(count)
})

test('a filter nobody knows is the usual one', () => {
  expect(readSettingFilter('nonsense')).toBe('changed')
  expect(countOf(SETTINGS, 'DYNAMIC_BROKER')).toBe(0)
})
