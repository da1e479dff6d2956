import { expect, test } from 'vitest'
import { ByteWriter } from '../wire/byte-writer'
import { readAssignment, readSubscription } from './consumer-protocol'

const text = (writer: ByteWriter, value: string): void => {
  const bytes = Buffer.from(value)
  writer.int16(bytes.length)
  writer.bytes(bytes)
}

function assignment(version: number): Uint8Array {
  const writer = new ByteWriter()
  writer.int16(version)
  writer.int32(1)
  text(writer, 'örders')
  writer.int32(2)
  writer.int32(0)
  writer.int32(7)
  // Data of the assignor's own, which says nothing here.
  writer.int32(-1)
  return writer.finish()
}

test.each([0, 3, 9])('an assignment of version %i tells its partitions', (version) => {
  expect(readAssignment(assignment(version))).toEqual([{ topic: 'örders', partitions: [0, 7] }])
})

test('a subscription tells its topics', () => {
  const writer = new ByteWriter()
  writer.int16(1)
  writer.int32(2)
  text(writer, 'a')
  text(writer, 'b')
  writer.int32(-1)
  expect(readSubscription(writer.finish())).toEqual(['a', 'b'])
})

test.each([
  ['what another protocol wrote', Buffer.from('{"connector":"x"}')],
  ['what ends too early', Buffer.from(assignment(1)).subarray(0, 11)],
  ['a list longer than its bytes', Buffer.from([0, 0, 0x7f, 0xff, 0xff, 0xff])],
])('%s is not taken for an assignment', (_, bytes) => {
  expect(readAssignment(bytes)).toBeNull()
})

test('no bytes are no partitions', () => {
  expect(readAssignment(new Uint8Array())).toEqual([])
  expect(readSubscription(new Uint8Array())).toEqual([])
})
