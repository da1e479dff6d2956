import type { ByteWriter } from './byte-writer'
import { ByteWriter as Writer } from './byte-writer'
import type { AbsentField, FieldLayout, Primitive, Shape, StructLayout } from './layout'
import { WireFormatError, type WireInput } from './values'

type WireStruct = { readonly [field: string]: WireInput }

/**
 * Writes one message body. Unknown field names throw (a typo would otherwise be sent as a default), and so does a
 * value for a field that the agreed version cannot carry.
 */
export function encodeMessage(writer: ByteWriter, layout: StructLayout, body: WireStruct): void {
  const path: string[] = [layout.name]
  try {
    writeStruct({ writer, flexible: layout.flexible, path }, layout, body)
  } catch (error) {
    // RangeError is Node's own word for a number that does not fit its field.
    if (!(error instanceof WireFormatError) && !(error instanceof RangeError)) throw error
    throw new WireFormatError(`${path.join('.')}: ${error.message}`)
  }
}

type Context = { writer: ByteWriter; flexible: boolean; path: string[] }

function writeStruct(context: Context, layout: StructLayout, body: WireStruct): void {
  for (const name of Object.keys(body)) {
    if (!layout.names.has(name)) throw new WireFormatError(`There is no field "${name}" in ${layout.name}.`)
    const absent = layout.absent.get(name)
    if (absent !== undefined) assertDispensable(absent, body[name])
  }
  for (const field of layout.fields) writeField(context, field, body[field.name])
  if (layout.flexible) writeTagged(context, layout, body)
}

function assertDispensable(field: AbsentField, value: WireInput): void {
  if (field.ignorable || value === undefined || isDefault(field.default, value)) return
  throw new WireFormatError(
    `The broker is too old for "${field.name}": its version of this request has no such field.`,
  )
}

function isDefault(fallback: string | undefined, value: WireInput): boolean {
  if (value === null || value === undefined) return fallback === 'null'
  if (Array.isArray(value)) return value.length === 0 && fallback === undefined
  if (typeof value === 'object') return false
  return String(value) === (fallback ?? ZEROS[typeof value])
}

const ZEROS: Readonly<Record<string, string>> = { boolean: 'false', number: '0', bigint: '0', string: '' }

function writeField(context: Context, field: FieldLayout, value: WireInput): void {
  context.path.push(field.name)
  writeValue(context, field.shape, field.nullable, value === undefined ? defaultOf(field) : value)
  context.path.pop()
}

// Tagged fields are sent only where they say something, each with its length in front.
function writeTagged(context: Context, layout: StructLayout, body: WireStruct): void {
  const sent = [...layout.tagged].filter(([, field]) => {
    const value = body[field.name]
    return value !== undefined && !isDefault(field.default, value)
  })
  context.writer.uvarint(sent.length)
  for (const [tag, field] of sent) {
    const own = new Writer()
    writeField({ ...context, writer: own }, field, body[field.name])
    const bytes = own.finish()
    context.writer.uvarint(tag)
    context.writer.uvarint(bytes.length)
    context.writer.bytes(bytes)
  }
}

function writeValue(context: Context, shape: Shape, nullable: boolean, value: WireInput): void {
  if (value === null && !nullable) throw new WireFormatError('null is not allowed here.')
  switch (shape.is) {
    case 'struct':
      if (nullable) context.writer.int8(value === null ? -1 : 1)
      if (value !== null) writeStruct(context, shape.of, asStruct(value))
      return
    case 'array':
      return writeArray(context, shape.of, value)
    case 'primitive':
      return writePrimitive(context, shape.of, value)
  }
}

function writeArray(context: Context, element: Shape, value: WireInput): void {
  if (value !== null && !Array.isArray(value)) throw new WireFormatError('A list is wanted here.')
  const list: readonly WireInput[] | null = value
  writeLength(context, list === null ? -1 : list.length, 'int32')
  for (const [index, item] of (list ?? []).entries()) {
    context.path.push(String(index))
    writeValue(context, element, false, item)
    context.path.pop()
  }
}

function writePrimitive(context: Context, type: Primitive, value: WireInput): void {
  const { writer } = context
  switch (type) {
    case 'string': {
      const bytes = value === null ? null : Buffer.from(want('string', value), 'utf8')
      writeLength(context, bytes === null ? -1 : bytes.length, 'int16')
      if (bytes !== null) writer.bytes(bytes)
      return
    }
    case 'bytes': {
      if (value !== null && !(value instanceof Uint8Array))
        throw new WireFormatError('Bytes are wanted here.')
      writeLength(context, value === null ? -1 : value.length, 'int32')
      if (value !== null) writer.bytes(value)
      return
    }
    case 'uuid':
      return writer.uuid(want('string', value))
    case 'bool':
      return writer.bool(want('boolean', value))
    case 'int64':
      return writer.int64(want('bigint', value))
    case 'float64':
      return writer.float64(want('number', value))
    case 'int8':
    case 'int16':
    case 'uint16':
    case 'int32':
    case 'uint32':
      if (!Number.isInteger(value))
        throw new WireFormatError(`A whole number is wanted here, not ${describe(value)}.`)
      return writer[type](want('number', value))
  }
}

/** Flexible versions count from one so that zero can mean null; older ones use a signed length of fixed width. */
function writeLength({ writer, flexible }: Context, length: number, fixed: 'int16' | 'int32'): void {
  if (flexible) writer.uvarint(length + 1)
  else writer[fixed](length)
}

type Named = { string: string; boolean: boolean; bigint: bigint; number: number }

function want<Name extends keyof Named>(name: Name, value: WireInput): Named[Name] {
  if (!isNamed(name, value)) throw new WireFormatError(`A ${name} is wanted here, not ${describe(value)}.`)
  return value
}

function isNamed<Name extends keyof Named>(name: Name, value: unknown): value is Named[Name] {
  return typeof value === name
}

const describe = (value: WireInput): string => (value === null ? 'null' : typeof value)

function asStruct(value: WireInput): WireStruct {
  if (!isStruct(value)) throw new WireFormatError(`An object is wanted here, not ${describe(value)}.`)
  return value
}

const isStruct = (value: WireInput): value is WireStruct =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

const UUID_ZERO = 'AAAAAAAAAAAAAAAAAAAAAA'

function defaultOf({ shape, default: text }: FieldLayout): WireInput {
  if (text === 'null') return null
  switch (shape.is) {
    case 'struct':
      return {}
    case 'array':
      return []
    case 'primitive':
      return primitiveDefault(shape.of, text)
  }
}

function primitiveDefault(type: Primitive, text: string | undefined): WireInput {
  switch (type) {
    case 'string':
      return text ?? ''
    case 'bytes':
      return new Uint8Array()
    case 'uuid':
      return UUID_ZERO
    case 'bool':
      return text === 'true'
    case 'int64':
      return BigInt(text ?? 0)
    case 'float64':
    case 'int8':
    case 'int16':
    case 'uint16':
    case 'int32':
    case 'uint32':
      return Number(text ?? 0)
  }
}
