import { expect, test } from 'vitest'
import { withKeyAt, withSetting } from './edit-text'

const TEXT = '# Ours\nnum.partitions = 3\n\n! sized for bursts\nmessage.max.bytes:1000\\\n  000\n'

test.each([
  ['num.partitions', '6', TEXT.replace('= 3', '= 6')],
  ['message.max.bytes', '5', '# Ours\nnum.partitions = 3\n\n! sized for bursts\nmessage.max.bytes:5\n'],
  ['log.retention.hours', '24', `${TEXT}log.retention.hours=24\n`],
  ['num.partitions', null, TEXT.replace('num.partitions = 3\n', '')],
  ['log.retention.hours', null, TEXT],
])('%s becomes %j and all else stays', (key, value, expected) => {
  expect(withSetting(TEXT, key, value)).toBe(expected)
})

test('a text without a last line break gets one, and Windows’ stay Windows’', () => {
  expect(withSetting('num.partitions=3', 'num.io.threads', '8')).toBe('num.partitions=3\nnum.io.threads=8\n')
  expect(withSetting('', 'num.io.threads', '8')).toBe('num.io.threads=8\n')
  expect(withSetting('# a\r\nnum.partitions=3\r\n', 'num.partitions', '4')).toBe(
    '# a\r\nnum.partitions=4\r\n',
  )
})

test('of a key said twice the last counts, and none stays when it is taken out', () => {
  const twice = 'num.partitions=1\nnum.partitions=2\n'
  expect(withSetting(twice, 'num.partitions', '3')).toBe('num.partitions=1\nnum.partitions=3\n')
  expect(withSetting(twice, 'num.partitions', null)).toBe('')
})

test('a key is spelled otherwise in its own line only', () => {
  expect(withKeyAt('# num.io\r\nnum.io = 8\r\nnum.io=3', 2, 'num.io', 'num.io.threads')).toBe(
    '# num.io\r\nnum.io.threads = 8\r\nnum.io=3',
  )
  expect(withKeyAt('a=1', 9, 'a', 'b')).toBe('a=1')
})
