export const PROTECTED_TAG = 'mosaik:protected'
export const isProtected = (tags: Readonly<Record<string, string>>): boolean => tags[PROTECTED_TAG] === 'true'
