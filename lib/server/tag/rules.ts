import { MOSAIK_TAG_PREFIX } from '@/lib/domain/cluster-request'

/** MSK's limits on tags. */
export const TAGS_MAX = 50
const KEY_LENGTH_MAX = 128
const VALUE_LENGTH_MAX = 256

/** Why these tags cannot be set, or null. What Mosaik's own tags say is judged elsewhere, at creation. */
export function tagProblem(tags: Readonly<Record<string, string>>): string | null {
  for (const [key, value] of Object.entries(tags)) {
    if (key.length < 1 || key.length > KEY_LENGTH_MAX) {
      return `A tag key has 1 to ${KEY_LENGTH_MAX} characters; "${key.slice(0, 40)}" has ${key.length}.`
    }
    if (value.length > VALUE_LENGTH_MAX) {
      return `A tag value has at most ${VALUE_LENGTH_MAX} characters; that of ${key} has ${value.length}.`
    }
    if (key.toLowerCase().startsWith('aws:')) return `Tag keys that begin with aws: are reserved: ${key}.`
  }
  if (Object.keys(tags).length > TAGS_MAX) return `A resource can have at most ${TAGS_MAX} tags.`
  return null
}

/** Why these keys cannot be changed on a cluster that exists, or null. */
export function fixedTagProblem(keys: readonly string[]): string | null {
  const fixed = keys.find((key) => key.startsWith(MOSAIK_TAG_PREFIX))
  return fixed === undefined
    ? null
    : `The tag ${fixed} says how the cluster was created and cannot be changed afterwards.`
}
