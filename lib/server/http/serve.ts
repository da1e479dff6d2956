import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Endpoint } from '@/lib/contract/endpoint'
import { ERROR_STATUS, type ErrorBody } from '@/lib/contract/errors'
import { FULL_DISK, isFullDisk } from '../full-disk'
import { log } from '../log'
import { ApiError } from './api-error'
import { readJsonBody } from './body'
import { callerOf } from './caller'
import type { Context, Verb } from './context'
import { Download } from './download'
import { parseInput } from './input'
import { pathMatcher } from './match'

/** A row of an endpoint table with the verb that answers it. */
export type Operation = Pick<Endpoint, 'method' | 'path'> & {
  run(ctx: Context, said: Record<string, unknown>): Promise<unknown>
}

export const bind = <Input extends z.ZodType, Reply extends z.ZodType>(
  row: Endpoint<Input, Reply>,
  verb: Verb<Endpoint<Input, Reply>>,
): Operation => ({
  method: row.method,
  path: row.path,
  run: async (ctx, said) => verb({ ctx, input: parseInput(row.input, said) }),
})

/** Answers a table of operations over HTTP: the only wrapper between a route file and a verb. */
export function serve(
  operations: Readonly<Record<string, Operation>>,
): (request: Request) => Promise<Response> {
  const match = pathMatcher(operations)
  const answer = async (request: Request, requestId: string): Promise<Response> => {
    const url = new URL(request.url)
    const found = match(request.method, url.pathname)
    if (found.is === 'otherMethod') {
      const allow = found.allowed.join(', ')
      const error = new ApiError(
        'MethodNotAllowedException',
        `${request.method} is not answered here: ${allow}.`,
      )
      return problem(error, request, requestId, { allow })
    }
    const operation = found.is === 'found' ? operations[found.name] : undefined
    if (found.is !== 'found' || !operation) {
      throw new ApiError('NotFoundException', `Nothing is at ${request.method} ${url.pathname}.`)
    }
    const ctx = { requestId, ...callerOf(request.headers) }
    const said = hasBody(operation.method) ? await readJsonBody(request) : queryOf(url.searchParams)
    return reply(await operation.run(ctx, { ...said, ...found.parameters }), requestId)
  }
  return async (request) => {
    const requestId = randomUUID()
    return answer(request, requestId).catch((error: unknown) => problem(error, request, requestId))
  }
}

const hasBody = (method: Endpoint['method']): boolean => method !== 'GET' && method !== 'DELETE'

/** A key that is repeated is a list; the schema says whether one alone is a list too. */
function queryOf(parameters: URLSearchParams): Record<string, unknown> {
  const keys = [...new Set(parameters.keys())]
  return Object.fromEntries(
    keys.map((key) => {
      const values = parameters.getAll(key)
      return [key, values.length === 1 ? values[0] : values]
    }),
  )
}

const headersOf = (requestId: string) => ({ 'x-amzn-RequestId': requestId, 'cache-control': 'no-store' })

function reply(body: unknown, requestId: string): Response {
  if (body instanceof Download) return body.response(headersOf(requestId))
  if (body === null) return new Response(null, { status: 204, headers: headersOf(requestId) })
  return Response.json(body, { headers: headersOf(requestId) })
}

function problem(
  error: unknown,
  request: Request,
  requestId: string,
  further: Record<string, string> = {},
): Response {
  const known = error instanceof ApiError ? error : unexpected(error, request, requestId)
  const body: ErrorBody = {
    message: known.message,
    ...(known.invalidParameter === undefined ? {} : { invalidParameter: known.invalidParameter }),
  }
  return Response.json(body, {
    status: ERROR_STATUS[known.type],
    headers: { ...headersOf(requestId), ...further, 'x-amzn-ErrorType': known.type },
  })
}

/** The cause goes to the log under the request's id; what is inside is not for callers. */
function unexpected(error: unknown, request: Request, requestId: string): ApiError {
  if (isFullDisk(error)) return new ApiError('ServiceUnavailableException', FULL_DISK)
  const { pathname } = new URL(request.url)
  log.error({ error, requestId, method: request.method, pathname }, 'A request failed')
  return new ApiError(
    'InternalServerErrorException',
    `Mosaik failed to answer; its log tells why under request ${requestId}.`,
  )
}
