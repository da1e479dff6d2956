import type { z } from 'zod'
import { type ApiError, badRequest } from './api-error'

/** Parses what a caller said by the endpoint's schema; the first thing wrong is told in a sentence. */
export function parseInput<Input extends z.ZodType>(schema: Input, said: unknown): z.output<Input> {
  const parsed = schema.safeParse(said)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw issue ? problem(issue, said) : badRequest('The request is not valid.')
}

function problem(issue: z.core.$ZodIssue, said: unknown): ApiError {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    return badRequest(`Mosaik does not know the member ${[...path, key].join('.')} of this request.`, key)
  }
  const name = path.findLast((part) => !/^\d+$/.test(part))
  if (valueAt(said, path) === undefined) return badRequest(`The member ${path.join('.')} is missing.`, name)
  return badRequest(`The member ${path.join('.')} is not valid: ${faultOf(issue)}.`, name)
}

/** The schema library's own words are for programmers; those that callers meet most are told plainly. */
function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return `it must ${boundOf(issue.origin, 'at least', issue.minimum)}`
  if (issue.code === 'too_big') return `it must ${boundOf(issue.origin, 'at most', issue.maximum)}`
  if (issue.code !== 'invalid_type') return issue.message
  return `it must be ${/^[aeio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
}

function boundOf(origin: string, bound: 'at least' | 'at most', limit: number | bigint): string {
  if (origin === 'string') return `have ${bound} ${limit} ${limit === 1 ? 'character' : 'characters'}`
  if (origin === 'array') return `have ${bound} ${limit} ${limit === 1 ? 'element' : 'elements'}`
  return `be ${bound} ${limit}`
}

const valueAt = (said: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    said,
  )
