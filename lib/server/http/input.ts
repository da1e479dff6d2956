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
  return badRequest(`The member ${path.join('.')} is not valid: ${issue.message}.`, name)
}

const valueAt = (said: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    said,
  )
