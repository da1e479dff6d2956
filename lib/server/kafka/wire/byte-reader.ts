import { WireFormatError } from './values'

const UVARINT_BYTES_MAX = 5

/**
 * Reads the primitives of Kafka's protocol. Every read is bounded by what is left, so garbage ends in a
 * WireFormatError: it can neither run past the end nor ask for memory that the message itself does not fill.
 */
export class ByteReader {
  readonly #bytes: Buffer
  #at: number
  readonly #end: number

  constructor(bytes: Buffer, start = 0, end = bytes.length) {
    this.#bytes = bytes
    this.#at = start
    this.#end = end
  }

  get remaining(): number {
    return this.#end - this.#at
  }

  int8 = (): number => this.#bytes.readInt8(this.#advance(1))
  int16 = (): number => this.#bytes.readInt16BE(this.#advance(2))
  uint16 = (): number => this.#bytes.readUInt16BE(this.#advance(2))
  int32 = (): number => this.#bytes.readInt32BE(this.#advance(4))
  uint32 = (): number => this.#bytes.readUInt32BE(this.#advance(4))
  int64 = (): bigint => this.#bytes.readBigInt64BE(this.#advance(8))
  float64 = (): number => this.#bytes.readDoubleBE(this.#advance(8))
  bool = (): boolean => this.int8() !== 0

  uvarint(): number {
    // Nearly every length and count fits one byte, and a big answer has a million of them.
    const first = this.#bytes.readUInt8(this.#advance(1))
    if (first < 0x80) return first
    let value = first & 0x7f
    for (let index = 1; index < UVARINT_BYTES_MAX; index++) {
      const byte = this.#bytes.readUInt8(this.#advance(1))
      // Multiplied rather than shifted: the fifth byte would overflow 32-bit arithmetic.
      value += (byte & 0x7f) * 2 ** (7 * index)
      if (byte < 0x80) return this.#within(value)
    }
    throw new WireFormatError(`A variable-length number is longer than ${UVARINT_BYTES_MAX} bytes.`)
  }

  /** A copy: the message it was read from is not kept alive by it. */
  bytes(length: number): Uint8Array {
    const start = this.#advance(length)
    return new Uint8Array(this.#bytes.subarray(start, start + length))
  }

  text(length: number): string {
    const start = this.#advance(length)
    return this.#bytes.toString('utf8', start, start + length)
  }

  uuid(): string {
    const start = this.#advance(16)
    return this.#bytes.toString('base64url', start, start + 16)
  }

  /** A reader over the next bytes alone; they count as read here. */
  slice(length: number): ByteReader {
    const start = this.#advance(length)
    return new ByteReader(this.#bytes, start, start + length)
  }

  #within(value: number): number {
    if (value > 0x7fff_ffff) throw new WireFormatError(`A length of ${value} is beyond what Kafka can mean.`)
    return value
  }

  #advance(count: number): number {
    if (count < 0 || count > this.remaining)
      throw new WireFormatError(`The message ends early: ${count} bytes wanted, ${this.remaining} left.`)
    const start = this.#at
    this.#at += count
    return start
  }
}
