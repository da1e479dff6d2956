import type { WireDimensions } from '@/lib/contract/cloudwatch/wire'
import { DIMENSION_NAMES, type DimensionName, type Dimensions } from '@/lib/domain/metrics/series'

const isKnown = (name: string): name is DimensionName => DIMENSION_NAMES.some((known) => known === name)

/** Null: one is none of MSK's, or there twice, so no series has just these. */
export function knownDimensions(said: WireDimensions): Dimensions | null {
  const known: Partial<Record<DimensionName, string>> = {}
  for (const { Name, Value } of said) {
    if (!isKnown(Name) || known[Name] !== undefined) return null
    known[Name] = Value
  }
  return known
}

export const wireDimensions = (dimensions: Dimensions): { Name: DimensionName; Value: string }[] =>
  DIMENSION_NAMES.flatMap((Name) => {
    const Value = dimensions[Name]
    return Value === undefined ? [] : [{ Name, Value }]
  })
