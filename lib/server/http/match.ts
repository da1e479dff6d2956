import type { Endpoint } from '@/lib/contract/endpoint'
import { badRequest } from './api-error'

/**
 * Finds the row of an endpoint table for a path as it came over the wire, still percent-encoded. AWS clients encode
 * an ARN in a path whole, so that it is one segment; people who write their own client put it there raw, slashes
 * and all. Both are understood: an ARN names its own number of segments.
 */
type Row = Pick<Endpoint, 'method' | 'path'>
export type Match<Name> =
  | { is: 'found'; name: Name; parameters: Record<string, string> }
  | { is: 'otherMethod'; allowed: readonly string[] }
  | { is: 'unknown' }

const SEGMENT = '[^/]+'
/** The beginning of an ARN that was not encoded as one segment, or the whole of one that was. */
const ARN_HEAD = '[aA][rR][nN](?::|%3[aA])'
/** A raw ARN in full, by the name of its parameter: its further segments after the first. */
const RAW_ARN_TAILS: Record<string, string> = {
  clusterArn: `(?:/${SEGMENT}){2}`,
  clusterOperationArn: `(?:/${SEGMENT}){3}`,
  replicatorArn: `(?:/${SEGMENT}){2}`,
  channelArn: `(?:/${SEGMENT})+`,
  arn: `(?:/${SEGMENT}){2,3}?`,
  resourceArn: `(?:/${SEGMENT})*`,
}
/**
 * A segment that is not just the head of a raw ARN: of `…:cluster/topics/UUID` the head alone, with `topics` taken
 * for the path, would delete a topic where a cluster named "topics" was meant.
 */
const WHOLE_SEGMENT = `(?!${ARN_HEAD}(?:(?!%2[fF])[^/])*/)${SEGMENT}`

export function pathMatcher<Name extends string>(rows: Readonly<Record<Name, Row>>) {
  const compiled = names(rows).map((name) => ({
    name,
    method: rows[name].method,
    ...compile(rows[name].path),
  }))
  // Longer patterns first: `…/{clusterArn}/nodes` is not a cluster whose raw ARN ends in `nodes`.
  compiled.sort((a, b) => b.segments - a.segments)
  return (method: string, path: string): Match<Name> => {
    const fitting = compiled.filter(({ pattern }) => pattern.test(path))
    const found = fitting.find((row) => row.method === method)
    if (found) return { is: 'found', name: found.name, parameters: parametersOf(found, path) }
    if (fitting.length > 0) return { is: 'otherMethod', allowed: fitting.map((row) => row.method) }
    return { is: 'unknown' }
  }
}

function compile(path: string): { pattern: RegExp; parameters: string[]; segments: number } {
  const parameters: string[] = []
  const source = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    parameters.push(name)
    const tail = RAW_ARN_TAILS[name]
    return tail ? `(${ARN_HEAD}[^/]*${tail}|${WHOLE_SEGMENT})` : `(${SEGMENT})`
  })
  return { pattern: new RegExp(`^${source}$`), parameters, segments: path.split('/').length }
}

function parametersOf(
  { pattern, parameters }: ReturnType<typeof compile>,
  path: string,
): Record<string, string> {
  const values = pattern.exec(path)?.slice(1) ?? []
  return Object.fromEntries(parameters.map((name, index) => [name, decode(values[index] ?? '')]))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw badRequest('The path is not percent-encoded correctly.')
  }
}

/** `Object.keys` forgets the names; a table typed by `satisfies` or as a Record has no others. */
function names<Name extends string>(rows: Readonly<Record<Name, Row>>): Name[] {
  const isName = (key: string): key is Name => Object.hasOwn(rows, key)
  return Object.keys(rows).filter(isName)
}
