import { describe, expect, test } from 'vitest'
import { ByteReader } from './byte-reader'
import { ByteWriter } from './byte-writer'
import { decodeLongMessage, decodeMessage } from './decode'
import { encodeMessage } from './encode'
import type { MessageDefinition } from './definitions'
import { layoutOf } from './layout'
import type { WireBody } from './rpc'
import type { WireValue } from './values'
import { parseVersions } from './versions'

const message: MessageDefinition = {
  apiKey: 1,
  validVersions: '0-2',
  flexibleVersions: '1+',
  commonStructs: [{ name: 'Cursor', fields: [{ name: 'At', type: 'int32', versions: '0+', default: '-1' }] }],
  fields: [
    { name: 'Name', type: 'string', versions: '0+', nullableVersions: '1+' },
    { name: 'Ids', type: '[]int32', versions: '0+', nullableVersions: '0+', default: 'null' },
    { name: 'Next', type: 'Cursor', versions: '1+', nullableVersions: '1+', default: 'null' },
    { name: 'Epoch', type: 'int64', versions: '2+', tag: 7, taggedVersions: '2+', default: '-1' },
    { name: 'Strict', type: 'bool', versions: '2+', default: 'false' },
    { name: 'Hint', type: 'string', versions: '2+', ignorable: true },
  ],
}

const encode = (version: number, body: WireBody): Buffer => {
  const writer = new ByteWriter()
  encodeMessage(writer, layoutOf(message, 'Sample', version), body)
  return writer.finish()
}
const hex = (version: number, body: WireBody): string => encode(version, body).toString('hex')
const decode = (version: number, bytes: string) =>
  decodeMessage(
    new ByteReader(Buffer.from(bytes.replaceAll(' ', ''), 'hex')),
    layoutOf(message, 'Sample', version),
  )

test.each([
  ['0+', { min: 0, max: Number.POSITIVE_INFINITY }],
  ['2-7', { min: 2, max: 7 }],
  ['3', { min: 3, max: 3 }],
  ['none', { min: 1, max: 0 }],
  [undefined, { min: 1, max: 0 }],
])('versions %s', (text, range) => {
  expect(parseVersions(text)).toEqual(range)
})

describe('what is written', () => {
  test.each([
    [
      'fixed-width lengths before flexible versions',
      0,
      { name: 'ab', ids: [5] },
      '0002 6162 00000001 00000005',
    ],
    ['null as -1 before flexible versions', 0, { name: '', ids: null }, '0000 ffffffff'],
    ['compact lengths count from one, tags follow', 1, { name: 'ab', ids: [5] }, '03 6162 02 00000005 ff 00'],
    ['null is a compact zero', 1, { name: null, ids: null }, '00 00 ff 00'],
    [
      'a struct that may be null has a sign in front',
      1,
      { name: '', ids: [], next: { at: 3 } },
      '01 01 01 00000003 00 00',
    ],
    ['defaults fill what is left out', 1, { name: '', next: {} }, '01 00 01 ffffffff 00 00'],
    [
      'a tagged field carries its number and size',
      2,
      { name: '', epoch: 4n },
      '01 00 ff 00 01 01 07 08 0000000000000004',
    ],
    ['a tagged field at its default is not sent', 2, { name: '', epoch: -1n }, '01 00 ff 00 01 00'],
    [
      'a field too new may be left to its default',
      0,
      { name: '', ids: [], strict: false, epoch: -1n, next: null },
      '0000 00000000',
    ],
    [
      'a field too new is dropped if Kafka calls it ignorable',
      0,
      { name: '', ids: [], hint: 'x' },
      '0000 00000000',
    ],
  ])('%s', (_what, version, body, bytes) => {
    expect(hex(version, body)).toBe(bytes.replaceAll(' ', ''))
  })

  test.each([
    ['an unknown field', 1, { name: '', nmae: 'x' }, 'There is no field "nmae" in Sample.'],
    [
      'an unknown field inside',
      1,
      { name: '', next: { att: 1 } },
      'Sample.next: There is no field "att" in Cursor.',
    ],
    ['a field the broker cannot understand', 1, { name: '', strict: true }, 'too old for "strict"'],
    ['null where a value must be', 0, { name: null }, 'Sample.name: null is not allowed'],
    [
      'a number that does not fit',
      0,
      { name: '', ids: [2 ** 31] },
      'Sample.ids.0: The value of "value" is out of range',
    ],
    ['a broken number', 0, { name: '', ids: [1.5] }, 'A whole number is wanted here'],
    ['not a number', 0, { name: '', ids: [Number.NaN] }, 'A whole number is wanted here'],
    ['a number where a bigint must be', 2, { name: '', epoch: 4 }, 'A bigint is wanted here, not number.'],
    ['text where a list must be', 0, { name: '', ids: 'x' }, 'A list is wanted here'],
    ['a list where an object must be', 1, { name: '', next: [] }, 'An object is wanted here'],
    ['a text too long for its length', 0, { name: 'x'.repeat(40_000), ids: [] }, 'Sample.name'],
  ])('%s is refused', (_what, version, body, why) => {
    expect(() => encode(version, body)).toThrow(why)
  })
})

describe('what is read', () => {
  test('fields that the version does not have are absent, not filled in', () => {
    expect(decode(0, '0002 6162 ffffffff')).toEqual({ name: 'ab', ids: null })
  })

  test('nulls, structs and tagged fields', () => {
    expect(decode(2, '00 01 01 00000003 00 01 02 41 01 07 08 0000000000000004')).toEqual({
      name: null,
      ids: [],
      next: { at: 3 },
      epoch: 4n,
      strict: true,
      hint: 'A',
    })
  })

  test('tagged fields of newer releases are skipped', () => {
    expect(decode(1, '01 01 ff 02 05 03 aabbcc 09 00')).toEqual({
      name: '',
      ids: [],
      next: null,
    })
  })

  test.each([
    ['nothing at all', 1, '', 'Sample.name: The message ends early'],
    ['a text cut short', 0, '0005 61', 'Sample.name: The message ends early: 5 bytes wanted, 1 left.'],
    ['bytes left over', 0, '0000 ffffffff 00', '1 bytes are left over'],
    [
      'a list longer than the message',
      0,
      '0000 7fffffff',
      '2147483647 elements are announced, but only 0 bytes are left',
    ],
    ['a length below -1', 0, 'fffe', 'A length of -2 is not possible'],
    ['null where Kafka allows none', 0, 'ffff', 'null, which Kafka does not allow'],
    ['more tags than bytes', 1, '01 01 ff 70', '112 tagged fields are announced'],
    [
      'a tagged field longer than its content',
      2,
      '01 01 ff 00 01 01 07 09 000000000000000400',
      'Tagged field epoch has 1 bytes too many',
    ],
  ])('%s is refused', (_what, version, bytes, why) => {
    expect(() => decode(version, bytes)).toThrow(why)
  })
})

describe('a message with a long list', () => {
  const long: MessageDefinition = {
    apiKey: 1,
    validVersions: '0',
    flexibleVersions: 'none',
    commonStructs: [],
    fields: [
      {
        name: 'Disks',
        type: '[]Disk',
        versions: '0+',
        fields: [
          { name: 'Path', type: 'string', versions: '0+' },
          {
            name: 'Topics',
            type: '[]Topic',
            versions: '0+',
            fields: [{ name: 'Name', type: 'string', versions: '0+' }],
          },
        ],
      },
      { name: 'Last', type: 'int16', versions: '0+' },
    ],
  }
  const layout = layoutOf(long, 'Long', 0)
  const disk = (path: string, count: number) => ({
    path,
    topics: Array.from({ length: count }, (_, index) => ({ name: `${path}-${index}` })),
  })
  const body = { disks: [disk('a', 1000), disk('b', 2)], last: 7 }
  const bytes = () => {
    const writer = new ByteWriter()
    encodeMessage(writer, layout, body)
    return writer.finish()
  }

  test('is given away element by element, and what is around it is as ever', async () => {
    const taken: WireValue[] = []
    const list = { at: ['disks', 'topics'], take: (element: WireValue) => void taken.push(element) }
    const rest = await decodeLongMessage(new ByteReader(bytes()), layout, list)
    expect(taken).toEqual(body.disks.flatMap(({ topics }) => topics))
    expect(rest).toEqual({ disks: [disk('a', 0), disk('b', 0)], last: 7 })
  })

  test('says where it cannot be read', async () => {
    const cut = bytes().subarray(0, 40)
    const list = { at: ['disks', 'topics'], take: () => {} }
    await expect(decodeLongMessage(new ByteReader(cut), layout, list)).rejects.toThrow('Long.disks.')
  })
})
