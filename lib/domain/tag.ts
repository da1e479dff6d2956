/** MSK's limits on tags, so that a form can tell them before the API is asked. */
export const TAGS_MAX = 50
export const TAG_KEY_MAX = 128
export const TAG_VALUE_MAX = 256

export type TagProblem =
  'keyMissing' | 'keyLong' | 'keyReserved' | 'keyMosaik' | 'keyTaken' | 'tooMany' | 'valueLong'

/** `keys` are those of the resource. Null: it may be added. */
export function newTagProblem(key: string, value: string, keys: readonly string[]): TagProblem | null {
  if (key === '') return 'keyMissing'
  if (key.length > TAG_KEY_MAX) return 'keyLong'
  if (key.toLowerCase().startsWith('aws:')) return 'keyReserved'
  if (key.startsWith('mosaik:')) return 'keyMosaik'
  if (keys.includes(key)) return 'keyTaken'
  if (keys.length >= TAGS_MAX) return 'tooMany'
  return tagValueProblem(value)
}

export const tagValueProblem = (value: string): TagProblem | null =>
  value.length > TAG_VALUE_MAX ? 'valueLong' : null
