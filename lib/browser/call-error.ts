type CallErrorParts = {
  /** 0: nothing answered. */
  status: number
  /** MSK's exception name where there is one. */
  code: string
  message: string
  field?: string | undefined
  cause?: unknown
}

/** What went wrong with a call: `message` is the server's own sentence; views add what still works. */
export class CallError extends Error {
  readonly status: number
  readonly code: string
  /** The member of the input that is to blame, when the server names one. */
  readonly field: string | undefined

  constructor({ status, code, message, field, cause }: CallErrorParts) {
    super(message, { cause })
    this.name = 'CallError'
    this.status = status
    this.code = code
    this.field = field
  }

  get isUnreachable(): boolean {
    return this.status === 0
  }

  get isNotFound(): boolean {
    return this.status === 404
  }
}

export const unreachable = (cause: unknown): CallError =>
  new CallError({ status: 0, code: 'Unreachable', message: 'The server does not answer.', cause })

export function errorOfReply(response: Response, body: unknown): CallError {
  // MSK names the error in a header, CloudWatch in the body after its namespace.
  const type =
    response.headers.get('x-amzn-errortype')?.split(':')[0] ?? textOf(body, '__type')?.split('#').at(-1)
  return new CallError({
    status: response.status,
    code: type ?? textOf(body, 'code') ?? `Http${response.status}`,
    message: textOf(body, 'message') ?? `${response.status} ${response.statusText}`.trim(),
    field: textOf(body, 'invalidParameter'),
  })
}

function textOf(body: unknown, member: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const value: unknown = Reflect.get(body, member)
  return typeof value === 'string' ? value : undefined
}
