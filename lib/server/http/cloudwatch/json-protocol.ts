import { CLOUDWATCH_ERRORS } from '@/lib/contract/cloudwatch/errors'
import { CloudWatchError } from './cloudwatch-error'
import { headersOf, queryErrorOf, type Protocol } from './protocol'

/** AWS JSON 1.0: the operation in `x-amz-target`, times as seconds. What the SDKs for JavaScript and Python and the AWS CLI send. */
export const JSON_TYPE = 'application/x-amz-json-1.0'
const TARGET = 'GraniteServiceVersion20100801.'

export const jsonProtocol: Protocol = {
  operationOf: ({ headers }) => {
    const target = headers.get('x-amz-target') ?? ''
    return target.startsWith(TARGET) ? target.slice(TARGET.length) : target
  },
  read(body) {
    if (body.byteLength === 0) return {}
    try {
      return JSON.parse(new TextDecoder().decode(body), (_, value: unknown) =>
        value === null ? undefined : value,
      )
    } catch {
      throw new CloudWatchError('MalformedInput', 'The body is not valid JSON.')
    }
  },
  reply: ({ value, requestId }) =>
    new Response(JSON.stringify(plain(value ?? {})), {
      headers: { ...headersOf(requestId), 'content-type': JSON_TYPE },
    }),
  problem(error, requestId) {
    const { shape, status } = CLOUDWATCH_ERRORS[error.code]
    return new Response(
      JSON.stringify({ __type: `com.amazonaws.cloudwatch#${shape}`, message: error.message }),
      {
        status,
        headers: {
          ...headersOf(requestId),
          'content-type': JSON_TYPE,
          'x-amzn-errortype': shape,
          ...queryErrorOf(error),
        },
      },
    )
  },
}

/** JSON has no times and no maps. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000
  if (value instanceof Map) return plain(Object.fromEntries(value))
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]))
}
