/** A cluster with this tag at `true` is not deleted, and not drilled by a slip: whoever wants that says so twice. */
export const PROTECTED_TAG = 'mosaik:protected'

export const isProtected = (tags: Readonly<Record<string, string>>): boolean => tags[PROTECTED_TAG] === 'true'

/** Why the tag cannot be set to this; null when it can. A word that protects nothing must not look as if it did. */
export const protectionProblem = (word: string | undefined): string | null =>
  word === undefined || word === 'true' || word === 'false'
    ? null
    : `The tag ${PROTECTED_TAG} takes true or false, not "${word}".`
