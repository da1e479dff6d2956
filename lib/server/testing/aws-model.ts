import * as cloudWatch from '@aws-sdk/client-cloudwatch'
import * as kafka from '@aws-sdk/client-kafka'
import { z } from 'zod'

/**
 * Holds a raw reply against the AWS model that the SDK brings along. The SDKs drop what they do not know without a
 * word, so only the raw reply shows a member that is unknown, missing or in the wrong case.
 *
 * The model is arrays: `[3, namespace, name, traits, members, schemas, required]` is a structure (the first so many
 * members are required), 1 a list, 2 a map, 9 an operation; a number is a simple type, 64 and 128 added for a list
 * or a map of it; `[schema, traits]` a member with its name on the wire.
 */
const STRING = 0
const NUMBER = 1
const BOOLEAN = 2
const LIST_OF = 64
const MAP_OF = 128

const structure = z.tuple(
  [z.literal(3), z.string(), z.string(), z.unknown(), z.array(z.string()), z.array(z.unknown())],
  z.number(),
)
const list = z.tuple([z.literal(1), z.string(), z.string(), z.unknown(), z.unknown()])
const map = z.tuple([z.literal(2), z.string(), z.string(), z.unknown(), z.unknown(), z.unknown()])
const operation = z.tuple([z.literal(9), z.string(), z.string(), z.unknown(), z.unknown(), z.unknown()])
const namedMember = z.tuple([z.unknown(), z.object({ jsonName: z.string() })])

const SERVICES = { kafka, cloudWatch }

/** Every way in which the reply departs from the model; empty when it is as AWS would write it. */
export function replyProblems(
  operationName: string,
  reply: unknown,
  service: keyof typeof SERVICES = 'kafka',
): string[] {
  const found = operation.safeParse(Reflect.get(SERVICES[service], `${operationName}$`))
  if (!found.success) return [`${operationName} is not in the model`]
  return problems(operationName, found.data[5], reply)
}

function problems(path: string, lazy: unknown, value: unknown): string[] {
  const schema: unknown = typeof lazy === 'function' ? Reflect.apply(lazy, null, []) : lazy
  if (schema === 'unit') return value === null ? [] : [`${path}: a body where there is none`]
  if (typeof schema === 'number') return simple(path, schema, value)
  const ofList = list.safeParse(schema)
  if (ofList.success) return eachOf(path, ofList.data[4], value)
  const ofMap = map.safeParse(schema)
  if (ofMap.success) return eachMember(path, ofMap.data[5], value)
  return ofStructure(path, schema, value)
}

function ofStructure(path: string, schema: unknown, value: unknown): string[] {
  const [, , , , members, schemas, required = 0] = structure.parse(schema)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: not an object`]
  const known = new Map(
    schemas.map((member, index) => {
      const named = namedMember.safeParse(member)
      // Without a name of its own a member is written as in the model.
      return named.success
        ? [named.data[1].jsonName, { schema: named.data[0], isRequired: index < required }]
        : [
            members[index] ?? '',
            { schema: Array.isArray(member) ? member[0] : member, isRequired: index < required },
          ]
    }),
  )
  const unknown = Object.keys(value).filter((key) => !known.has(key))
  return [
    ...unknown.map((key) => `${path}.${key}: not in the model`),
    ...[...known].flatMap(([key, member]) => {
      const part: unknown = Reflect.get(value, key)
      if (part === undefined) return member.isRequired ? [`${path}.${key}: missing`] : []
      return problems(`${path}.${key}`, member.schema, part)
    }),
  ]
}

function eachOf(path: string, schema: unknown, value: unknown): string[] {
  const member: unknown = Array.isArray(schema) ? schema[0] : schema
  if (!Array.isArray(value)) return [`${path}: not a list`]
  return value.flatMap((part, index) => problems(`${path}[${index}]`, member, part))
}

function eachMember(path: string, schema: unknown, value: unknown): string[] {
  const member: unknown = Array.isArray(schema) ? schema[0] : schema
  if (typeof value !== 'object' || value === null) return [`${path}: not a map`]
  return Object.entries(value).flatMap(([key, part]) => problems(`${path}.${key}`, member, part))
}

function simple(path: string, type: number, value: unknown): string[] {
  if (type >= MAP_OF) return eachMember(path, type - MAP_OF, value)
  if (type >= LIST_OF) return eachOf(path, type - LIST_OF, value)
  const isRight =
    type === STRING
      ? typeof value === 'string'
      : type === NUMBER
        ? typeof value === 'number'
        : type === BOOLEAN
          ? typeof value === 'boolean'
          : isTime(value)
  return isRight ? [] : [`${path}: ${JSON.stringify(value)} is of the wrong type`]
}

/** Whatever else the simple types are in these services, on the wire they are times: MSK's are text, CloudWatch's seconds. */
const isTime = (value: unknown): boolean =>
  z.union([z.iso.datetime(), z.number().min(1e9).max(1e10)]).safeParse(value).success
