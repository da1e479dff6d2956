import { z } from 'zod'
import newest from './messages/4.3.json'
import older from './messages/3.9.json'
import { parseVersions, type VersionRange } from './versions'

/**
 * Kafka's own message definitions. A version that two releases both know has the same bytes in both (the script
 * that fetched them checks it), so the newest definition that reaches down to what a broker speaks is right, and
 * nobody has to know the broker's release.
 */

export type FieldDefinition = {
  name: string
  type: string
  versions?: string | undefined
  nullableVersions?: string | undefined
  tag?: number | undefined
  taggedVersions?: string | undefined
  default?: string | undefined
  ignorable?: boolean | undefined
  fields?: FieldDefinition[] | undefined
}

const fieldSchema: z.ZodType<FieldDefinition> = z.object({
  name: z.string(),
  type: z.string(),
  versions: z.string().optional(),
  nullableVersions: z.string().optional(),
  tag: z.number().int().optional(),
  taggedVersions: z.string().optional(),
  default: z.string().optional(),
  ignorable: z.boolean().optional(),
  get fields() {
    return z.array(fieldSchema).optional()
  },
})

const messageSchema = z.object({
  apiKey: z.number().int(),
  validVersions: z.string(),
  flexibleVersions: z.string(),
  fields: z.array(fieldSchema),
  commonStructs: z.array(z.object({ name: z.string(), fields: z.array(fieldSchema) })).default([]),
})
export type MessageDefinition = z.infer<typeof messageSchema>

const procedureSchema = z.object({ request: messageSchema, response: messageSchema })
export type ProcedureDefinition = z.infer<typeof procedureSchema>

const fileSchema = z.object({ source: z.string(), procedures: z.record(z.string(), procedureSchema) })

export type ProcedureName = keyof typeof newest.procedures

// Newest first.
const files = [newest, older].map((file) => fileSchema.parse(file))

/** All definitions of a procedure, newest first. */
export function definitionsOf(name: ProcedureName): readonly ProcedureDefinition[] {
  return files.flatMap((file) => file.procedures[name] ?? [])
}

export function apiKeyOf(name: ProcedureName): number {
  const [definition] = definitionsOf(name)
  if (definition === undefined) throw new Error(`Kafka's message definitions do not hold ${name}.`)
  return definition.request.apiKey
}

export type Agreement = { definition: ProcedureDefinition; version: number }

/** The highest version that both we and the broker speak, with the definition that describes it; else null. */
export function agree(name: ProcedureName, broker: VersionRange): Agreement | null {
  for (const definition of definitionsOf(name)) {
    const ours = parseVersions(definition.request.validVersions)
    const version = Math.min(ours.max, broker.max)
    if (version >= ours.min && version >= broker.min) return { definition, version }
  }
  return null
}
