import type { z } from 'zod'
import { CloudWatchError, invalidValue, type CloudWatchError as Problem } from './cloudwatch-error'

/** Parses what a caller said by the operation's schema; the first thing wrong is told in CloudWatch's words. */
export function parseCloudWatchInput<Input extends z.ZodType>(schema: Input, said: unknown): z.output<Input> {
  const parsed = schema.safeParse(said)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw issue ? problem(issue, said) : invalidValue('The request is not valid.')
}

function problem(issue: z.core.$ZodIssue, said: unknown): Problem {
  const found = valueAt(said, issue.path.map(String))
  const name = nameOf(issue.path)
  if (found === undefined)
    return new CloudWatchError('MissingParameter', `The parameter ${name} is required.`)
  return invalidValue(`The value ${shown(found)} for parameter ${name} is invalid${reasonOf(issue)}.`)
}

/** As AWS counts the members of a list: from one. */
const nameOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'of the request'
    : path.map((part) => (typeof part === 'number' ? `member.${part + 1}` : String(part))).join('.')

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? typeof value)
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `; it must be one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'too_big') return `; it must have at most ${issue.maximum} ${unitOf(issue.origin)}`
  if (issue.code === 'too_small') return `; it must have at least ${issue.minimum} ${unitOf(issue.origin)}`
  return ''
}

function unitOf(origin: string): string {
  if (origin === 'array') return 'members'
  return origin === 'string' ? 'characters' : 'as its value'
}

const valueAt = (said: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    said,
  )
