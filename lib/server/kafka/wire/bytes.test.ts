import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { ByteReader } from './byte-reader'
import { ByteWriter } from './byte-writer'

const written = (write: (writer: ByteWriter) => void): Buffer => {
  const writer = new ByteWriter()
  write(writer)
  return writer.finish()
}

describe('variable-length numbers', () => {
  test.each([
    [0, '00'],
    [1, '01'],
    [127, '7f'],
    [128, '8001'],
    [300, 'ac02'],
    [16_383, 'ff7f'],
    [16_384, '808001'],
    [0x7fff_ffff, 'ffffffff07'],
  ])('%i is %s', (value, hex) => {
    expect(written((writer) => writer.uvarint(value)).toString('hex')).toBe(hex)
    expect(new ByteReader(Buffer.from(hex, 'hex')).uvarint()).toBe(value)
  })

  test.each([
    ['ffffffffff01', 'longer than 5 bytes'],
    ['ffffffff0f', 'beyond what Kafka can mean'],
    ['80', 'ends early'],
    ['', 'ends early'],
  ])('%s is refused: %s', (hex, why) => {
    expect(() => new ByteReader(Buffer.from(hex, 'hex')).uvarint()).toThrow(why)
  })

  test.each([-1, 1.5, Number.NaN, 2 ** 33])('%d cannot be written', (value) => {
    expect(() => written((writer) => writer.uvarint(value))).toThrow('does not fit')
  })
})

describe('numbers, texts and ids come back as they went', () => {
  test('at the ends of their ranges', () => {
    const bytes = written((writer) => {
      writer.int8(-128)
      writer.int16(-32_768)
      writer.uint16(65_535)
      writer.int32(-2_147_483_648)
      writer.uint32(4_294_967_295)
      writer.int64(-9_223_372_036_854_775_808n)
      writer.float64(Math.PI)
      writer.bool(true)
      writer.uuid('I4ZmrWqfT2e-upky_4fdPA')
    })
    const reader = new ByteReader(bytes)
    expect([reader.int8(), reader.int16(), reader.uint16(), reader.int32()]).toEqual([
      -128, -32_768, 65_535, -2_147_483_648,
    ])
    expect([reader.uint32(), reader.int64(), reader.float64(), reader.bool(), reader.uuid()]).toEqual([
      4_294_967_295,
      -9_223_372_036_854_775_808n,
      Math.PI,
      true,
      'I4ZmrWqfT2e-upky_4fdPA',
    ])
    expect(reader.remaining).toBe(0)
  })

  test('however much is written', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 20 }), (chunks) => {
        const bytes = written((writer) => {
          for (const chunk of chunks) writer.bytes(chunk)
        })
        const reader = new ByteReader(bytes)
        for (const chunk of chunks) expect(reader.bytes(chunk.length)).toEqual(new Uint8Array(chunk))
      }),
    )
  })

  test('an id that is none is refused', () => {
    expect(() => written((writer) => writer.uuid('orders'))).toThrow('not a Kafka uuid')
  })
})

test('a slice cannot be read past its end, though bytes follow', () => {
  const reader = new ByteReader(Buffer.from([1, 2, 3]))
  const slice = reader.slice(2)
  slice.int16()
  expect(() => slice.int8()).toThrow('1 bytes wanted, 0 left')
  expect(reader.int8()).toBe(3)
})
