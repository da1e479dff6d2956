/** An inclusive range of message versions, as Kafka's definitions write it: `0+`, `2-7`, `3`, `none`. */
export type VersionRange = { min: number; max: number }

const NONE: VersionRange = { min: 1, max: 0 }

export function parseVersions(text: string | undefined): VersionRange {
  const match = /^(\d+)(?:-(\d+)|(\+))?$/.exec(text ?? 'none')
  if (match === null) return NONE
  const min = Number(match[1])
  if (match[3] !== undefined) return { min, max: Number.POSITIVE_INFINITY }
  return { min, max: match[2] === undefined ? min : Number(match[2]) }
}

export const covers = (range: VersionRange, version: number): boolean =>
  version >= range.min && version <= range.max
