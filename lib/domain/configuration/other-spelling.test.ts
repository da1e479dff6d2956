import { expect, test } from 'vitest'
import { winsOver } from './other-spelling'

test('what says the same in milliseconds wins over the hours', () => {
  expect(winsOver('log.retention.hours')).toBe('log.retention.ms')
  expect(winsOver('log.retention.ms')).toBeNull()
  expect(winsOver('message.max.bytes')).toBeNull()
})
