import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { ByteReader } from './byte-reader'
import { ByteWriter } from './byte-writer'
import { decodeMessage } from './decode'
import { agree, apiKeyOf, definitionsOf, type ProcedureName } from './definitions'
import { encodeMessage } from './encode'
import { layoutOf, type FieldLayout, type Primitive, type Shape, type StructLayout } from './layout'
import newest from './messages/4.3.json'
import type { WireBody } from './rpc'
import { WireFormatError, type WireValue } from './values'
import { parseVersions } from './versions'

const isProcedure = (name: string): name is ProcedureName => name in newest.procedures
const procedures = Object.keys(newest.procedures).filter(isProcedure)

/** Every message we carry, in every version, as the codec lays it out. */
const layouts: readonly { name: string; layout: StructLayout }[] = procedures.flatMap((procedure) =>
  definitionsOf(procedure).flatMap(({ request, response }) =>
    [request, response].flatMap((message, index) => {
      const { min, max } = parseVersions(message.validVersions)
      return Array.from({ length: max - min + 1 }, (_, step) => {
        const name = `${procedure} ${index === 0 ? 'request' : 'response'}`
        return { name: `${name} v${min + step}`, layout: layoutOf(message, name, min + step) }
      })
    }),
  ),
)

const NUMBERS: Readonly<Record<Primitive, fc.Arbitrary<WireValue>>> = {
  bool: fc.boolean(),
  int8: fc.integer({ min: -128, max: 127 }),
  int16: fc.integer({ min: -32_768, max: 32_767 }),
  uint16: fc.integer({ min: 0, max: 65_535 }),
  int32: fc.integer(),
  uint32: fc.integer({ min: 0, max: 0xffff_ffff }),
  int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  float64: fc.double({ noNaN: true }),
  uuid: fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((bytes) => Buffer.from(bytes).toString('base64url')),
  string: fc.string({ unit: 'grapheme', maxLength: 20 }),
  bytes: fc.uint8Array({ maxLength: 20 }).map((bytes) => new Uint8Array(bytes)),
}

function arbitraryOf(shape: Shape): fc.Arbitrary<WireValue> {
  switch (shape.is) {
    case 'primitive':
      return NUMBERS[shape.of]
    case 'array':
      return fc.array(arbitraryOf(shape.of), { maxLength: 3 })
    case 'struct':
      return structOf(shape.of)
  }
}

function structOf(layout: StructLayout): fc.Arbitrary<WireBody & WireValue> {
  const field = ({ name, shape, nullable }: FieldLayout) =>
    [name, nullable ? fc.option(arbitraryOf(shape)) : arbitraryOf(shape)] as const
  return fc.record(Object.fromEntries(layout.fields.map(field)))
}

const encoded = (layout: StructLayout, body: WireBody): Buffer => {
  const writer = new ByteWriter()
  encodeMessage(writer, layout, body)
  return writer.finish()
}

function thrownBy(act: () => void): unknown {
  try {
    act()
    return null
  } catch (error) {
    return error
  }
}

describe.each(layouts)('$name', ({ layout }) => {
  test('comes back as it went, and no part of it passes for the whole', () => {
    fc.assert(
      fc.property(structOf(layout), fc.nat(), (body, cut) => {
        const bytes = encoded(layout, body)
        expect(decodeMessage(new ByteReader(bytes), layout)).toEqual(body)
        if (bytes.length === 0) return
        const part = bytes.subarray(0, cut % bytes.length)
        expect(() => decodeMessage(new ByteReader(part), layout)).toThrow(WireFormatError)
      }),
      { numRuns: 20 },
    )
  })

  test('garbage gives a value or a clear error, at once', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const thrown = thrownBy(() => decodeMessage(new ByteReader(Buffer.from(bytes)), layout))
        expect(thrown === null || thrown instanceof WireFormatError).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the version agreed with a broker', () => {
  test.each([
    ['Metadata', 0, 13, 13],
    ['Metadata', 0, 7, 7],
    ['Metadata', 0, 99, 13],
    ['CreateTopics', 0, 3, 3],
    // Kafka 4 dropped these two versions; the older definitions step in.
    ['CreateTopics', 0, 1, 1],
    ['DescribeLogDirs', 0, 0, 0],
    ['DescribeCluster', 0, 1, 1],
    ['Metadata', 14, 20, null],
  ] as const)('%s %i to %i: %s', (name, min, max, version) => {
    expect(agree(name, { min, max })?.version ?? null).toBe(version)
  })

  test('keys are Kafka’s', () => {
    expect([apiKeyOf('Metadata'), apiKeyOf('ApiVersions'), apiKeyOf('DescribeTopicPartitions')]).toEqual([
      3, 18, 75,
    ])
  })
})
