import { CLOUDWATCH_ERRORS } from '@/lib/contract/cloudwatch/errors'
import type { CloudWatchError } from './cloudwatch-error'

/** One way to write the same operations. Values are plain objects with `Date`s, and `Map`s for maps. */
export type Protocol = {
  operationOf(request: { headers: Headers; url: URL; body: Uint8Array }): string
  read(body: Uint8Array): unknown
  reply(answer: { operation: string; value: unknown; requestId: string }): Response
  problem(error: CloudWatchError, requestId: string): Response
}

export const headersOf = (requestId: string) => ({
  'x-amzn-RequestId': requestId,
  'cache-control': 'no-store',
})

/** By this the SDKs give old code the names it knows from the query protocol. */
export const queryErrorOf = ({ code }: CloudWatchError) => ({
  'x-amzn-query-error': `${code};${CLOUDWATCH_ERRORS[code].status < 500 ? 'Sender' : 'Receiver'}`,
})
