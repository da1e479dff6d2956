/**
 * What goes over the wire, in JavaScript: int64 is a bigint, a uuid Kafka's base64url text, bytes a Uint8Array.
 * A field that the agreed version does not have is absent from what is decoded, never filled in: absent means
 * "the broker did not say".
 */
export type WireValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly WireValue[]
  | { readonly [field: string]: WireValue }

/** What a caller hands in: fields left out (or undefined) take Kafka's default. */
export type WireInput =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly WireInput[]
  | { readonly [field: string]: WireInput }

/** Bytes that are not what they should be, or a value that does not fit its field: a defect on one of the sides. */
export class WireFormatError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'WireFormatError'
  }
}
