import type { CreationRefusal } from '@/lib/domain/creation-refusal'
import { behaviourProblem, MOSAIK_TAG_PREFIX, MOSAIK_TAGS } from '@/lib/domain/cluster-request'
import { PROTECTED_TAG, protectionProblem } from '@/lib/domain/protection'
import { TAG_KEY_MAX, TAG_VALUE_MAX, TAGS_MAX } from '@/lib/domain/tag'

type TagProblem = CreationRefusal & { message: string }

/** Why these tags cannot be set, or null. What Mosaik's own tags say is judged elsewhere, at creation. */
export function tagProblem(tags: Readonly<Record<string, string>>): TagProblem | null {
  for (const [key, value] of Object.entries(tags)) {
    if (key.length < 1 || key.length > TAG_KEY_MAX) {
      const message = `A tag key has 1 to ${TAG_KEY_MAX} characters; "${key.slice(0, 40)}" has ${key.length}.`
      return { rule: 'tagKeyLength', parameters: { max: TAG_KEY_MAX, count: key.length }, message }
    }
    if (value.length > TAG_VALUE_MAX) {
      const message = `A tag value has at most ${TAG_VALUE_MAX} characters; that of ${key} has ${value.length}.`
      return {
        rule: 'tagValueLong',
        parameters: { tag: key, max: TAG_VALUE_MAX, count: value.length },
        message,
      }
    }
    if (key.toLowerCase().startsWith('aws:')) {
      const message = `Tag keys that begin with aws: are reserved: ${key}.`
      return { rule: 'tagReserved', parameters: { tag: key }, message }
    }
  }
  if (Object.keys(tags).length <= TAGS_MAX) return null
  const message = `A resource can have at most ${TAGS_MAX} tags.`
  return { rule: 'tagsMax', parameters: { max: TAGS_MAX }, message }
}

/** Why these tags cannot be set on a cluster that exists, or null. */
export function mosaikTagProblem(tags: Readonly<Record<string, string>>): string | null {
  const { [MOSAIK_TAGS.behaviour]: behaviour, [PROTECTED_TAG]: protection, ...others } = tags
  const fixed = fixedTagProblem(Object.keys(others))
  return (
    fixed ?? (behaviour === undefined ? null : behaviourProblem(behaviour)) ?? protectionProblem(protection)
  )
}

const CHANGEABLE: readonly string[] = [MOSAIK_TAGS.behaviour, PROTECTED_TAG]

/** Why these keys cannot be taken off a cluster that exists, or null. */
export function fixedTagProblem(keys: readonly string[]): string | null {
  const fixed = keys.find((key) => key.startsWith(MOSAIK_TAG_PREFIX) && !CHANGEABLE.includes(key))
  return fixed === undefined
    ? null
    : `The tag ${fixed} says how the cluster was created and cannot be changed afterwards.`
}
