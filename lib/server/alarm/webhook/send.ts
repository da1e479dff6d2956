import { signatureOf } from './signature'

/** A receiver has this long to answer; what it does with a message it can do afterwards. */
const ANSWER_MS_MAX = 5_000

type Message = { id: string; body: string; url: string; at: Date; signal: AbortSignal }

/** Null: it was taken. Else why not, without the address, which may hold a secret. */
export async function send({ id, body, url, at, signal }: Message): Promise<string | null> {
  const timeout = AbortSignal.timeout(ANSWER_MS_MAX)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      // A redirect could lead a signed message to another receiver.
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Mosaik',
        'x-mosaik-delivery': id,
        'x-mosaik-signature': await signatureOf(body, at),
      },
    })
    await response.body?.cancel()
    if (response.ok) return null
    const isRedirect = response.status >= 300 && response.status < 400
    return `It answered ${response.status}${isRedirect ? ', and redirects are not followed' : ''}.`
  } catch (error) {
    if (timeout.aborted) return `It did not answer within ${ANSWER_MS_MAX / 1000} seconds.`
    return `It could not be reached: ${codeOf(error)}.`
  }
}

/** Of a failed fetch the cause has the code (ECONNREFUSED and the like); messages may repeat the address. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'the connection failed'
}
