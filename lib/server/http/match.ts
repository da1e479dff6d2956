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
const RAW_ARN = '[aA][rR][nN](?::|%3[aA])[^/]*'
/** Further segments of an ARN after its first, by the name of the parameter. */
const ARN_SEGMENTS: Record<string, string> = {
  clusterArn: `(?:/${SEGMENT}){2}`,
  clusterOperationArn: `(?:/${SEGMENT}){3}`,
  replicatorArn: `(?:/${SEGMENT}){2}`,
  channelArn: `(?:/${SEGMENT})+`,
  arn: `(?:/${SEGMENT}){2,3}?`,
  resourceArn: `(?:/${SEGMENT})*`,
}

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
    const more = ARN_SEGMENTS[name]
    return more ? `(${RAW_ARN}${more}|${SEGMENT})` : `(${SEGMENT})`
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
