/** Bits one after the other, the highest first. */
export class BitWriter {
  #bytes = new Uint8Array(64)
  #length = 0

  /** The lowest `count` bits of a value, at most 32. */
  write(value: number, count: number): void {
    for (let left = count; left > 0;) {
      const index = this.#length >>> 3
      if (index === this.#bytes.length) this.#grow()
      const room = 8 - (this.#length & 7)
      const taken = Math.min(room, left)
      const part = (value >>> (left - taken)) & ((1 << taken) - 1)
      this.#bytes[index] = (this.#bytes[index] ?? 0) | (part << (room - taken))
      this.#length += taken
      left -= taken
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, (this.#length + 7) >>> 3)
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

export class BitReader {
  #position = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** At most 32 bits, as a number that is not negative. Past the end there are zeros. */
  read(count: number): number {
    let value = 0
    for (let left = count; left > 0;) {
      const there = 8 - (this.#position & 7)
      const taken = Math.min(there, left)
      const byte = this.#bytes[this.#position >>> 3] ?? 0
      value = (value << taken) | ((byte >>> (there - taken)) & ((1 << taken) - 1))
      this.#position += taken
      left -= taken
    }
    return value >>> 0
  }
}
