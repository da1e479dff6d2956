import type { z } from 'zod'
import type { Endpoint } from '@/lib/contract/endpoint'
import { CallError, errorOfReply, unreachable } from './call-error'
import { learnServerTime } from './clock'
import { heardFromServer } from './live'

export type CallOptions = { signal?: AbortSignal; region?: string }

/** The only fetch. Types follow from the endpoint's row: what goes in and what comes out cannot disagree with it. */
export async function call<Input extends z.ZodType, Reply extends z.ZodType>(
  row: Endpoint<Input, Reply>,
  input: z.input<Input>,
  options: CallOptions = {},
): Promise<z.output<Reply>> {
  const { response, body } = await answerOf(...requestOf(row, input, options), options)
  const reply = row.reply.safeParse(body)
  if (reply.success) return reply.data
  throw unexpectedReply(response, `${row.method} ${row.path}`, reply.error)
}

export const unexpectedReply = ({ status }: Response, asked: string, error: z.ZodError): CallError =>
  new CallError({
    status,
    code: 'UnexpectedReply',
    message: `${asked}: ${error.issues[0]?.message ?? 'unexpected reply'}`,
  })

/** What the server said, or the error it said instead. */
export async function answerOf(address: string, init: RequestInit, { signal }: CallOptions) {
  const response = await send(address, signal === undefined ? init : { ...init, signal })
  learnServerTime(response.headers.get('date'))
  heardFromServer()
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw errorOfReply(response, body)
  return { response, body }
}

function requestOf(
  row: Endpoint,
  input: unknown,
  { region }: CallOptions,
): [address: string, init: RequestInit] {
  const { path, rest } = fillPath(row.path, entriesOf(input))
  const inBody = row.method !== 'GET' && row.method !== 'DELETE'
  const query = inBody ? '' : new URLSearchParams(rest.map(([key, value]) => [key, String(value)])).toString()
  const init: RequestInit = { method: row.method, headers: headersOf(inBody, region), cache: 'no-store' }
  if (inBody) init.body = JSON.stringify(Object.fromEntries(rest))
  return [query === '' ? path : `${path}?${query}`, init]
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (cause) {
    // A query that is no longer wanted is not a failure to tell anyone about.
    if (init.signal?.aborted) throw cause
    throw unreachable(cause)
  }
}

/** MSK takes the region from the caller's signature; a browser has none and says it in a header. */
export function headersOf(hasBody: boolean, region: string | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(region === undefined ? {} : { 'x-mosaik-region': region }),
  }
}

const entriesOf = (input: unknown): [string, unknown][] =>
  typeof input === 'object' && input !== null
    ? Object.entries(input).filter(([, value]) => value !== undefined)
    : []

/** Members the path names in braces go into the path, one segment each; the rest is returned. */
export function fillPath(template: string, entries: readonly [string, unknown][]) {
  const values = new Map(entries)
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name)
    values.delete(name)
    return encodeURIComponent(String(value))
  })
  return { path, rest: [...values] }
}
