import type { FieldDefinition, MessageDefinition } from './definitions'
import { covers, parseVersions } from './versions'

/**
 * A message definition boiled down to one version: which fields are on the wire, in which order, as what. Built
 * once per message and version, so encoding and decoding only walk it.
 */

export type Primitive =
  | 'bool'
  | 'int8'
  | 'int16'
  | 'uint16'
  | 'int32'
  | 'uint32'
  | 'int64'
  | 'float64'
  | 'uuid'
  | 'string'
  | 'bytes'

export type Shape =
  { is: 'primitive'; of: Primitive } | { is: 'array'; of: Shape } | { is: 'struct'; of: StructLayout }

export type FieldLayout = {
  name: string
  shape: Shape
  nullable: boolean
  /** Kafka's default as its definitions spell it, undefined for the type's own zero. */
  default: string | undefined
}

/** A field that this version has no room for: it may be left out silently only if Kafka says so. */
export type AbsentField = { name: string; ignorable: boolean; default: string | undefined }

export type StructLayout = {
  name: string
  flexible: boolean
  /** In wire order. */
  fields: readonly FieldLayout[]
  tagged: ReadonlyMap<number, FieldLayout>
  absent: ReadonlyMap<string, AbsentField>
  names: ReadonlySet<string>
}

const PRIMITIVES: Readonly<Record<string, Primitive>> = {
  bool: 'bool',
  int8: 'int8',
  int16: 'int16',
  uint16: 'uint16',
  int32: 'int32',
  uint32: 'uint32',
  int64: 'int64',
  float64: 'float64',
  uuid: 'uuid',
  string: 'string',
  bytes: 'bytes',
  // Record batches have a format of their own (see records/); to the message around them they are bytes.
  records: 'bytes',
}

const cache = new WeakMap<MessageDefinition, Map<number, StructLayout>>()

export function layoutOf(message: MessageDefinition, name: string, version: number): StructLayout {
  const known = cache.get(message) ?? new Map<number, StructLayout>()
  cache.set(message, known)
  const ready = known.get(version)
  if (ready !== undefined) return ready
  const shared = new Map(message.commonStructs.map((struct) => [struct.name, struct.fields]))
  const flexible = covers(parseVersions(message.flexibleVersions), version)
  const layout = structLayout({ version, flexible, shared }, name, message.fields)
  known.set(version, layout)
  return layout
}

type Context = {
  version: number
  flexible: boolean
  shared: ReadonlyMap<string, FieldDefinition[]>
}

function structLayout(context: Context, name: string, definitions: readonly FieldDefinition[]): StructLayout {
  const fields: FieldLayout[] = []
  const tagged = new Map<number, FieldLayout>()
  const absent = new Map<string, AbsentField>()
  for (const definition of definitions) {
    const own = camelCase(definition.name)
    if (!covers(parseVersions(definition.versions), context.version)) {
      absent.set(own, { name: own, ignorable: definition.ignorable ?? false, default: definition.default })
      continue
    }
    const field = {
      name: own,
      shape: shapeOf(context, definition, definition.type),
      nullable: covers(parseVersions(definition.nullableVersions), context.version),
      default: definition.default,
    }
    const isTagged = covers(parseVersions(definition.taggedVersions), context.version)
    if (isTagged && definition.tag !== undefined) tagged.set(definition.tag, field)
    else fields.push(field)
  }
  const names = new Set([...fields, ...tagged.values(), ...absent.values()].map((field) => field.name))
  return { name, flexible: context.flexible, fields, tagged, absent, names }
}

function shapeOf(context: Context, definition: FieldDefinition, type: string): Shape {
  if (type.startsWith('[]')) return { is: 'array', of: shapeOf(context, definition, type.slice(2)) }
  const primitive = PRIMITIVES[type]
  if (primitive !== undefined) return { is: 'primitive', of: primitive }
  const fields = definition.fields ?? context.shared.get(type)
  if (fields === undefined)
    throw new Error(`Kafka's definitions name a type "${type}" that this codec does not know.`)
  return { is: 'struct', of: structLayout(context, type, fields) }
}

const camelCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
