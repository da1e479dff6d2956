import { expect, test } from 'vitest'
import type { LogEntryView, NodeLog } from '@/lib/contract/console/nodes'
import { beginLog, canHoldMore, KEPT_MAX, withNewer, withOlder, type LogState } from './log-state'

const entry = (position: string, text = position): LogEntryView => ({
  position,
  at: null,
  level: 'INFO',
  text,
  isCut: false,
})
const page = (positions: string, change: Partial<NodeLog> = {}): NodeLog => {
  const entries = positions.split('').map((position) => entry(position))
  return { entries, older: null, newest: entries.at(-1)?.position ?? null, hasGap: false, ...change }
}
const words = (state: LogState | null) => state?.entries.map(({ text }) => text).join('')

test('what came since is added, and the last entry, which may have grown, is replaced', () => {
  const state = beginLog(page('abc', { older: 'a' }))
  const next = withNewer(state, { ...page('cd'), entries: [entry('c', 'C'), entry('d')] })
  expect(words(next)).toBe('abCd')
  expect(next).toMatchObject({ older: 'a', newest: 'd' })
})

test('nothing new is the very same state', () => {
  const state = beginLog(page('abc'))
  expect(withNewer(state, page('c'))).toBe(state)
  expect(withNewer(state, { ...page('c'), entries: [entry('c', 'grown')] })).not.toBe(state)
})

test('with a filter the newest entry moves on although nothing fits', () => {
  const state = beginLog(page('a', { newest: 'b' }))
  expect(withNewer(state, { ...page(''), entries: [], newest: 'z' })).toMatchObject({ newest: 'z' })
})

test('a gap means to begin anew', () => {
  expect(withNewer(beginLog(page('abc')), page('xyz', { hasGap: true }))).toBeNull()
})

test('what stands before is put before; what was rotated away ends it', () => {
  const state = beginLog(page('cd', { older: 'c' }))
  expect(words(withOlder(state, page('ab', { older: 'a' })))).toBe('abcd')
  expect(withOlder(state, page('', { hasGap: true }))).toMatchObject({ older: null })
})

test('a page holds no more than a browser can bear, and knows that there is more', () => {
  const many = Array.from({ length: KEPT_MAX }, (_, place) => entry(`p${place}`))
  const state: LogState = { entries: many, older: null, newest: 'p19999' }
  const next = withNewer(state, page('z'))
  expect(next?.entries).toHaveLength(KEPT_MAX)
  expect(next?.older).toBe('p1')
  expect(canHoldMore({ ...state, older: 'p0' })).toBe(false)
})
