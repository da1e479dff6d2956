import { MOSAIK_TAG_PREFIX } from '@/lib/domain/cluster-request'
import { TAG_KEY_MAX, TAG_VALUE_MAX, TAGS_MAX } from '@/lib/domain/tag'

/** Why these tags cannot be set, or null. What Mosaik's own tags say is judged elsewhere, at creation. */
export function tagProblem(tags: Readonly<Record<string, string>>): string | null {
  for (const [key, value] of Object.entries(tags)) {
    if (key.length < 1 || key.length > TAG_KEY_MAX) {
      return `A tag key has 1 to ${TAG_KEY_MAX} characters; "${key.slice(0, 40)}" has ${key.length}.`
    }
    if (value.length > TAG_VALUE_MAX) {
      return `A tag value has at most ${TAG_VALUE_MAX} characters; that of ${key} has ${value.length}.`
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
