import { expect, test } from 'vitest'
import { WireFormatError } from '../wire/values'
import { crc32c } from './crc32c'
import { decodeBatches, encodeBatch } from './record-batch'

test.each([
  ['', 0],
  ['123456789', 0xe306_9283],
  ['The quick brown fox jumps over the lazy dog', 0x2262_0404],
])('the checksum of %j is the published one', (text, sum) => {
  expect(crc32c(Buffer.from(text))).toBe(sum)
})

test.each([
  [null, 'one'],
  ['key', ''],
  ['鍵', '値 🗝️'],
  ['k'.repeat(300), 'v'.repeat(70_000)],
])('a record comes back as it was written', (key, value) => {
  const atMs = Date.UTC(2026, 10, 22, 14, 32, 7)
  expect(decodeBatches(encodeBatch({ key, value, atMs }))).toEqual([
    { offset: 0n, timestampMs: atMs, key, value },
  ])
})

test('a batch that a broker cut short is left out', () => {
  const batch = encodeBatch({ key: null, value: 'whole', atMs: 1 })
  const both = Buffer.concat([batch, batch.subarray(0, batch.length - 1)])
  expect(decodeBatches(both).map(({ value }) => value)).toEqual(['whole'])
})

test('what this reader does not know is refused by name', () => {
  const batch = Buffer.from(encodeBatch({ key: null, value: 'x', atMs: 1 }))
  const withAttributes = Buffer.from(batch)
  withAttributes.writeInt16BE(3, 21)
  expect(() => decodeBatches(withAttributes)).toThrow(/compressed with lz4/)
  const older = Buffer.from(batch)
  older.writeInt8(1, 16)
  expect(() => decodeBatches(older)).toThrow(WireFormatError)
})
