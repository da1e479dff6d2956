import { ApiError, badRequest } from './api-error'

/** The largest request MSK has is a configuration, some tens of KiB. */
const BODY_BYTES_MAX = 1024 ** 2

/** The members of a JSON body. A body that is too large is refused before it is read whole. */
export async function readJsonBody(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBody(request)
  if (bytes.byteLength === 0) return {}
  const contentType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (contentType !== 'application/json') {
    throw new ApiError(
      'UnsupportedMediaTypeException',
      `The body is ${contentType ?? 'of no declared type'}. Send JSON with the header content-type: application/json.`,
    )
  }
  const body = parse(new TextDecoder().decode(bytes))
  if (!isObject(body)) throw badRequest('The body is JSON, but not an object.')
  return body
}

/** A null member means the same as a missing one, as on AWS. Deep nesting overflows the reviver: malformed too. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => (value === null ? undefined : value))
  } catch {
    throw badRequest('The body is not valid JSON.')
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The body as it came. It is read under the same bound whatever is in it. */
export async function readBody(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) throw tooLarge()
  const chunks: Uint8Array[] = []
  if (!request.body) return new Uint8Array()
  let bytes = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    bytes += value.byteLength
    if (bytes > BODY_BYTES_MAX) {
      // Nobody waits for the rest; a client that goes on sending is told by the closed stream.
      reader.cancel().catch(() => undefined)
      throw tooLarge()
    }
    chunks.push(value)
  }
}

const tooLarge = (): ApiError =>
  new ApiError('RequestEntityTooLargeException', 'The body is larger than 1 MiB.')
