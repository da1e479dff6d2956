import { WireFormatError } from './values'

const LENGTH_BYTES = 4

/**
 * Cuts a byte stream into Kafka's frames (a length, then that many bytes). A length beyond `frameBytesMax` throws
 * at once: it is what one sees when the peer speaks another protocol, and must not make us wait for gigabytes.
 */
export class FrameCutter {
  readonly #frameBytesMax: number
  #chunks: Buffer[] = []
  #size = 0

  constructor(frameBytesMax: number) {
    this.#frameBytesMax = frameBytesMax
  }

  push(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk)
    this.#size += chunk.length
    const frames: Buffer[] = []
    for (let frame = this.#cut(); frame !== null; frame = this.#cut()) frames.push(frame)
    return frames
  }

  #cut(): Buffer | null {
    if (this.#size < LENGTH_BYTES) return null
    const length = this.#peekLength()
    if (length < LENGTH_BYTES || length > this.#frameBytesMax)
      throw new WireFormatError(
        `A frame of ${length} bytes is announced; at most ${this.#frameBytesMax} are read.`,
      )
    if (this.#size < LENGTH_BYTES + length) return null
    // Joined only once a whole frame is here, so a large answer in many chunks is copied once.
    const all = Buffer.concat(this.#chunks)
    const rest = all.subarray(LENGTH_BYTES + length)
    this.#chunks = rest.length === 0 ? [] : [rest]
    this.#size = rest.length
    return all.subarray(LENGTH_BYTES, LENGTH_BYTES + length)
  }

  #peekLength(): number {
    const [first] = this.#chunks
    if (first !== undefined && first.length >= LENGTH_BYTES) return first.readInt32BE(0)
    const joined = Buffer.concat(this.#chunks)
    this.#chunks = [joined]
    return joined.readInt32BE(0)
  }
}
