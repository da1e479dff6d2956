import { ERROR_CODES } from './error-codes'
import texts from './messages/error-texts.json'

export type KafkaErrorName = (typeof ERROR_CODES)[number][1]

type KnownError = { name: KafkaErrorName; isRetriable: boolean }

const byCode = new Map<number, KnownError>(
  ERROR_CODES.map(([code, name, isRetriable]) => [code, { name, isRetriable }]),
)
const retriableByName = new Map<KafkaErrorName, boolean>(
  ERROR_CODES.map(([, name, isRetriable]) => [name, isRetriable]),
)

/** Codes of releases newer than our table are an UNKNOWN_SERVER_ERROR, as in Kafka's own clients. */
export const errorOfCode = (code: number): KnownError =>
  byCode.get(code) ?? { name: 'UNKNOWN_SERVER_ERROR', isRetriable: false }

/** What Kafka says about an error when the broker sent no text. */
export const textOfError = (name: KafkaErrorName): string => texts[name]

type Details = {
  error: KafkaErrorName
  message: string
  /** False: the request certainly did not reach the broker, so it may be repeated elsewhere without harm. */
  mayHaveHappened?: boolean
  cause?: unknown
}

/**
 * Any failure of a call to Kafka, in Kafka's words: what a broker answered, and, as in Kafka's own clients,
 * NETWORK_EXCEPTION for a broker that cannot be reached or went away, REQUEST_TIMED_OUT for one that stays silent,
 * UNSUPPORTED_VERSION for one that does not know the request.
 */
export class KafkaError extends Error {
  readonly error: KafkaErrorName
  readonly isRetriable: boolean
  readonly mayHaveHappened: boolean

  constructor({ error, message, mayHaveHappened = true, cause }: Details) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'KafkaError'
    this.error = error
    this.isRetriable = retriableByName.get(error) ?? false
    this.mayHaveHappened = mayHaveHappened
  }
}

export const isKafkaError = (thrown: unknown, ...names: KafkaErrorName[]): thrown is KafkaError =>
  thrown instanceof KafkaError && (names.length === 0 || names.includes(thrown.error))

const OUTCOME_UNKNOWN: readonly KafkaErrorName[] = ['REQUEST_TIMED_OUT', 'UNKNOWN_SERVER_ERROR']

/** Throws what a broker answered, unless it is success. `subject` begins the sentence: "Topic orders". */
export function assertNoError(subject: string, code: number, text: string | null | undefined): void {
  if (code === 0) return
  const { name } = errorOfCode(code)
  const unknown = name === 'UNKNOWN_SERVER_ERROR' && code !== -1 ? ` (error code ${code})` : ''
  // A broker that names its reason has not done what was asked.
  const message = `${subject}: ${text ?? textOfError(name)}${unknown}`
  throw new KafkaError({ error: name, message, mayHaveHappened: OUTCOME_UNKNOWN.includes(name) })
}
