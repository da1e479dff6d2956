import { WireFormatError } from './values'

/** Writes the primitives of Kafka's protocol into one growing buffer. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(256)
  #at = 0

  int8(value: number): void {
    const at = this.#advance(1)
    this.#bytes.writeInt8(value, at)
  }

  int16(value: number): void {
    const at = this.#advance(2)
    this.#bytes.writeInt16BE(value, at)
  }

  uint16(value: number): void {
    const at = this.#advance(2)
    this.#bytes.writeUInt16BE(value, at)
  }

  int32(value: number): void {
    const at = this.#advance(4)
    this.#bytes.writeInt32BE(value, at)
  }

  uint32(value: number): void {
    const at = this.#advance(4)
    this.#bytes.writeUInt32BE(value, at)
  }

  int64(value: bigint): void {
    const at = this.#advance(8)
    this.#bytes.writeBigInt64BE(value, at)
  }

  float64(value: number): void {
    const at = this.#advance(8)
    this.#bytes.writeDoubleBE(value, at)
  }

  bool(value: boolean): void {
    this.int8(value ? 1 : 0)
  }

  uvarint(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff)
      throw new WireFormatError(`${value} does not fit a variable-length number.`)
    let rest = value
    while (rest >= 0x80) {
      this.#byte((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    this.#byte(rest)
  }

  bytes(value: Uint8Array): void {
    const at = this.#advance(value.length)
    this.#bytes.set(value, at)
  }

  uuid(value: string): void {
    const bytes = Buffer.from(value, 'base64url')
    if (bytes.length !== 16)
      throw new WireFormatError(`"${value}" is not a Kafka uuid (22 characters of base64url).`)
    this.bytes(bytes)
  }

  /** What was written so far; the writer is not used afterwards. */
  finish(): Buffer {
    return this.#bytes.subarray(0, this.#at)
  }

  #byte(value: number): void {
    const at = this.#advance(1)
    this.#bytes.writeUInt8(value, at)
  }

  /** Makes room, which may replace the buffer: so it comes before the buffer is taken in hand. */
  #advance(count: number): number {
    const start = this.#at
    this.#at += count
    if (this.#at > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at))
      this.#bytes.copy(grown, 0, 0, start)
      this.#bytes = grown
    }
    return start
  }
}
