import type { NodeSpecification } from '@/lib/domain/node'
import { POISONS, type Poison } from './state'

/** A property no Kafka knows: with it a proof chooses which specification is poisonous, and how. */
export const POISON_PROPERTY = 'mosaik.fake.poison'

export function poisonOf(specification: NodeSpecification): Poison | null {
  const value = specification.properties[POISON_PROPERTY]
  return POISONS.find((poison) => poison === value) ?? null
}
