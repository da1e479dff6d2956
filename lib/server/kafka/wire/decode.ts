import { inTurns, numbersBelow } from '@/lib/broker-runtime/in-turns'
import type { ByteReader } from './byte-reader'
import type { FieldLayout, Primitive, Shape, StructLayout } from './layout'
import { WireFormatError, type WireValue } from './values'

/** Reads one message body. Bytes left over are an error: they mean that the two sides disagree on the layout. */
export function decodeMessage(reader: ByteReader, layout: StructLayout): WireValue {
  const path: (string | number)[] = [layout.name]
  try {
    const value = readStruct({ reader, flexible: layout.flexible, path }, layout)
    refuseRest(reader)
    return value
  } catch (error) {
    throw located(error, path)
  }
}

export type LongList = {
  /** Names of the fields that lead to it; each but the last is a list itself. */
  at: readonly string[]
  take: (element: WireValue) => void
}

/**
 * The same for a message that is mostly one long list: its elements are handed over as they are read and not kept,
 * and others have their turn in between.
 */
export async function decodeLongMessage(
  reader: ByteReader,
  layout: StructLayout,
  list: LongList,
): Promise<WireValue> {
  const path: (string | number)[] = [layout.name]
  try {
    const value = await readStructAround({ reader, flexible: layout.flexible, path }, layout, list)
    refuseRest(reader)
    return value
  } catch (error) {
    throw located(error, path)
  }
}

function refuseRest({ remaining }: ByteReader): void {
  if (remaining > 0) throw new WireFormatError(`${remaining} bytes are left over at the end.`)
}

const located = (error: unknown, path: readonly (string | number)[]): unknown =>
  error instanceof WireFormatError ? new WireFormatError(`${path.join('.')}: ${error.message}`) : error

async function readStructAround(context: Context, layout: StructLayout, list: LongList): Promise<WireValue> {
  const [name] = list.at
  const out: Record<string, WireValue> = {}
  for (const field of layout.fields) {
    if (field.name === name) out[field.name] = await readLongList(context, field, list)
    else readInto(out, context, field)
  }
  if (layout.flexible) readTagged(out, context, layout)
  return out
}

async function readLongList(
  context: Context,
  { name, shape, nullable }: FieldLayout,
  { at: [, ...deeper], take }: LongList,
): Promise<WireValue> {
  if (shape.is !== 'array' || shape.of.is !== 'struct')
    throw new Error(`${name} is not a list of structures.`)
  const { path } = context
  const element = shape.of.of
  path.push(name)
  const length = readLength(context, nullable) ?? 0
  const out: WireValue[] = []
  if (deeper.length > 0) {
    for (let index = 0; index < length; index++)
      out.push(await readStructAround(context, element, { at: deeper, take }))
  } else {
    await inTurns(numbersBelow(length), (index) => {
      path.push(index)
      take(readStruct(context, element))
      path.pop()
    })
  }
  path.pop()
  return out
}

type Context = { reader: ByteReader; flexible: boolean; path: (string | number)[] }

function readStruct(context: Context, layout: StructLayout): WireValue {
  const out: Record<string, WireValue> = {}
  for (const field of layout.fields) readInto(out, context, field)
  if (layout.flexible) readTagged(out, context, layout)
  return out
}

function readInto(out: Record<string, WireValue>, context: Context, field: FieldLayout): void {
  context.path.push(field.name)
  out[field.name] = readValue(context, field.shape, field.nullable)
  context.path.pop()
}

// Tags that we do not know belong to newer releases and are skipped, as the protocol asks.
function readTagged(out: Record<string, WireValue>, context: Context, layout: StructLayout): void {
  const { reader } = context
  const count = reader.uvarint()
  if (count > reader.remaining)
    throw new WireFormatError(`${count} tagged fields are announced, more than there are bytes.`)
  for (let index = 0; index < count; index++) {
    const field = layout.tagged.get(reader.uvarint())
    const own = reader.slice(reader.uvarint())
    if (field === undefined) continue
    readInto(out, { ...context, reader: own }, field)
    if (own.remaining > 0)
      throw new WireFormatError(`Tagged field ${field.name} has ${own.remaining} bytes too many.`)
  }
}

function readValue(context: Context, shape: Shape, nullable: boolean): WireValue {
  switch (shape.is) {
    case 'struct':
      return nullable && context.reader.int8() < 0 ? null : readStruct(context, shape.of)
    case 'array':
      return readArray(context, shape.of, nullable)
    case 'primitive':
      return readPrimitive(context, shape.of, nullable)
  }
}

function readArray(context: Context, element: Shape, nullable: boolean): WireValue {
  const { path } = context
  const length = readLength(context, nullable)
  if (length === null) return null
  const out: WireValue[] = []
  if (element.is === 'primitive') {
    // The replicas of 100,000 partitions are a million small numbers: the list they are in is place enough.
    for (let index = 0; index < length; index++) out.push(readPrimitive(context, element.of, false))
    return out
  }
  for (let index = 0; index < length; index++) {
    path.push(index)
    out.push(readValue(context, element, false))
    path.pop()
  }
  return out
}

function readLength({ reader, flexible }: Context, nullable: boolean): number | null {
  const length = flexible ? reader.uvarint() - 1 : reader.int32()
  if (length < 0) return absentOrThrow(length, nullable)
  // Every element takes a byte at least: a length beyond what is left is garbage, not a reason to allocate.
  if (length > reader.remaining)
    throw new WireFormatError(
      `${length} elements are announced, but only ${reader.remaining} bytes are left.`,
    )
  return length
}

function readPrimitive({ reader, flexible }: Context, type: Primitive, nullable: boolean): WireValue {
  switch (type) {
    case 'string': {
      const length = flexible ? reader.uvarint() - 1 : reader.int16()
      return length < 0 ? absentOrThrow(length, nullable) : reader.text(length)
    }
    case 'bytes': {
      const length = flexible ? reader.uvarint() - 1 : reader.int32()
      return length < 0 ? absentOrThrow(length, nullable) : reader.bytes(length)
    }
    case 'int32':
      return reader.int32()
    case 'int16':
      return reader.int16()
    case 'bool':
    case 'int8':
    case 'uint16':
    case 'uint32':
    case 'int64':
    case 'float64':
    case 'uuid':
      return reader[type]()
  }
}

function absentOrThrow(length: number, nullable: boolean): null {
  if (length !== -1) throw new WireFormatError(`A length of ${length} is not possible.`)
  if (!nullable) throw new WireFormatError('The value is null, which Kafka does not allow here.')
  return null
}
