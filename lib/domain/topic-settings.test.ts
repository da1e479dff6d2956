import { expect, test } from 'vitest'
import { keepingOf } from './topic-settings'

const settings = (policy: string, ms: string, bytes: string): Record<string, string> => ({
  'cleanup.policy': policy,
  'retention.ms': ms,
  'retention.bytes': bytes,
})

test.each<[Record<string, string>, object | null]>([
  [
    settings('delete', '604800000', '-1'),
    { isCompacted: false, isDeleted: true, ms: 604_800_000, bytes: null },
  ],
  [
    settings('compact', '604800000', '-1'),
    { isCompacted: true, isDeleted: false, ms: 604_800_000, bytes: null },
  ],
  [settings('compact, delete', '-1', '1024'), { isCompacted: true, isDeleted: true, ms: null, bytes: 1024 }],
  [{ 'cleanup.policy': 'delete' }, null],
])('%j keeps %j', (values, keeping) => {
  expect(keepingOf((name) => values[name] ?? null)).toEqual(keeping)
})
