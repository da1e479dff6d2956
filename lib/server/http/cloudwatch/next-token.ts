import { createHash } from 'node:crypto'
import { z } from 'zod'
import { CloudWatchError } from './cloudwatch-error'

/**
 * Where a page begins. A token belongs to the question it was given out for: with another question it would skip
 * what was never shown.
 */
const tokenSchema = z.tuple([z.string(), z.union([z.string(), z.number()])])

const markOf = (question: unknown): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12)

export const nextToken = (question: unknown, place: string | number): string =>
  Buffer.from(JSON.stringify([markOf(question), place])).toString('base64url')

/** Null: from the beginning. */
export function placeIn(question: unknown, token: string | undefined): string | number | null {
  if (token === undefined) return null
  const [mark, place] = parse(token)
  if (mark !== markOf(question))
    throw new CloudWatchError('InvalidNextToken', 'The next token is not one that this question gave out.')
  return place
}

function parse(token: string): [string, string | number] {
  try {
    return tokenSchema.parse(JSON.parse(Buffer.from(token, 'base64url').toString()))
  } catch {
    return ['', '']
  }
}
