import { decode, encode, Token, Type, type DecodeOptions, type EncodeOptions } from 'cborg'
import { CLOUDWATCH_ERRORS } from '@/lib/contract/cloudwatch/errors'
import { CloudWatchError } from './cloudwatch-error'
import { headersOf, queryErrorOf, type Protocol } from './protocol'

/** Smithy's RPC v2 in CBOR: the operation in the path, times as tagged seconds. What the SDKs for Go and Java send. */
const PATH = /^\/service\/GraniteServiceVersion20100801\/operation\/([A-Za-z]+)$/
const TIME_TAG = 1
const PROTOCOL = { 'smithy-protocol': 'rpc-v2-cbor' }
const TYPE = { 'content-type': 'application/cbor' }

export const isCborPath = (path: string): boolean => path.startsWith('/service/')

export const cborProtocol: Protocol = {
  operationOf: ({ url }) => PATH.exec(url.pathname)?.[1] ?? '',
  read(body) {
    if (body.byteLength === 0) return {}
    try {
      return known(decode(body, READING))
    } catch {
      throw new CloudWatchError('MalformedInput', 'The body is not valid CBOR.')
    }
  },
  reply: ({ value, requestId }) =>
    value === null
      ? new Response(null, { headers: { ...headersOf(requestId), ...PROTOCOL } })
      : new Response(encode(value, WRITING), { headers: { ...headersOf(requestId), ...PROTOCOL, ...TYPE } }),
  problem(error, requestId) {
    const { shape, status } = CLOUDWATCH_ERRORS[error.code]
    const body = { __type: `com.amazonaws.cloudwatch#${shape}`, message: error.message }
    return new Response(encode(body, WRITING), {
      status,
      headers: { ...headersOf(requestId), ...PROTOCOL, ...TYPE, ...queryErrorOf(error) },
    })
  },
}

const READING: DecodeOptions = {
  // No member of any operation needs a number that JavaScript cannot hold.
  allowBigInt: false,
  tags: { [TIME_TAG]: (content) => new Date(Number(content()) * 1000) },
}

const WRITING: EncodeOptions = {
  ignoreUndefinedProperties: true,
  typeEncoders: {
    Date: (date: unknown) => [
      new Token(Type.tag, TIME_TAG),
      new Token(Type.float, date instanceof Date ? date.getTime() / 1000 : Number.NaN),
    ],
  },
}

/** A member that is null is one that is not there. */
function known(value: unknown): unknown {
  if (value === null) return undefined
  if (Array.isArray(value)) return value.map(known)
  if (typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, known(part)]))
}
