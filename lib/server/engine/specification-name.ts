import { createHash } from 'node:crypto'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { nodeSpecification, sourcedProperties, type NodeIdentity } from '@/lib/domain/kafka-properties'
import type { NodeSpecification } from '@/lib/domain/node'
import type { SpecificationName } from '@/lib/domain/plan/world'

/** What one node runs under one generation, and the names by which it is compared. */
export type NamedSpecification = { name: SpecificationName; specification: NodeSpecification }

type Context = { specification: ClusterSpecification; kafkaClusterId: string; nodes: readonly NodeIdentity[] }

export function nameSpecification(context: Context, node: NodeIdentity): NamedSpecification {
  const specification = nodeSpecification(context, node)
  const { role, release, jvm, jmxExporter, place } = specification
  // Where it is is its own; that others are let in has to be proven as anything else.
  const external = place.external === null ? undefined : true
  const shared = Object.entries(sourcedProperties(context, node)).filter(
    ([, { source }]) => source !== 'IDENTITY',
  )
  const properties = Object.fromEntries(shared.map(([key, { value }]) => [key, value]))
  return {
    specification,
    name: {
      hash: digest(specification),
      kind: digest({ role, release, jvm, jmxExporter, external, properties }),
    },
  }
}

const digest = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 24)

/** Equal values have equal texts, in whatever order their keys were written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
