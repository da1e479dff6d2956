// @ts-check

/**
 * Thrown when a command cannot go on for a reason its user can act on. The entry prints the message alone, without
 * a stack, and exits with 1. One sentence for what happened and why, one for what to do.
 */
export class Refusal extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message)
    this.name = 'Refusal'
  }
}

/** Empty when the error has none. @param {unknown} error @returns {string} */
export function errorCode(error) {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

/**
 * The sentence for an error of the file system, or null when it is not one of those a user can mend.
 * @param {unknown} error
 * @returns {Refusal | null}
 */
export function fileRefusal(error) {
  const path = error instanceof Error && 'path' in error ? String(error.path) : 'a file of Mosaik'
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal(`The disk that holds ${path} is full. Free some space and start again.`)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Refusal(
        `${path} cannot be written by this user. Give it write access or choose another folder.`,
      )
    default:
      return null
  }
}
