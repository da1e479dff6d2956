import type { BitReader, BitWriter } from './bits'

/*
 * Doubles after the scheme of Gorilla (Pelkonen et al., "Gorilla: A Fast, Scalable, In-Memory Time Series Database",
 * VLDB 2015, section 4.1.2): each is XORed with the one before. Equal values cost one bit; of others only the bits
 * between the first and the last that differ are written. Nothing is lost, whatever the doubles.
 */

const view = new DataView(new ArrayBuffer(8))
const LEADING_BITS = 5
const LENGTH_BITS = 6
const LEADING_MAX = 2 ** LEADING_BITS - 1

/** Numbers of zeros before and after the bits that were last written in full; none at first. */
type Window = { leading: number; trailing: number }
const NO_WINDOW: Window = { leading: 64, trailing: 64 }

export class XorWriter {
  #high = 0
  #low = 0
  #window = NO_WINDOW
  readonly #bits: BitWriter

  constructor(bits: BitWriter) {
    this.#bits = bits
  }

  write(value: number): void {
    view.setFloat64(0, value)
    const [high, low] = [view.getUint32(0), view.getUint32(4)]
    this.#writeDifference((high ^ this.#high) >>> 0, (low ^ this.#low) >>> 0)
    this.#high = high
    this.#low = low
  }

  #writeDifference(high: number, low: number): void {
    if (high === 0 && low === 0) {
      this.#bits.write(0, 1)
      return
    }
    const leading = Math.min(LEADING_MAX, high === 0 ? 32 + Math.clz32(low) : Math.clz32(high))
    const trailing = low === 0 ? 32 + trailingZeros(high) : trailingZeros(low)
    if (leading >= this.#window.leading && trailing >= this.#window.trailing) {
      this.#bits.write(0b10, 2)
    } else {
      this.#window = { leading, trailing }
      this.#bits.write(0b11, 2)
      this.#bits.write(leading, LEADING_BITS)
      this.#bits.write(64 - leading - trailing - 1, LENGTH_BITS)
    }
    this.#writeWithin(high, low, this.#window)
  }

  #writeWithin(high: number, low: number, { leading, trailing }: Window): void {
    const length = 64 - leading - trailing
    if (trailing >= 32) {
      this.#bits.write(high >>> (trailing - 32), length)
      return
    }
    const shifted = trailing === 0 ? low : (low >>> trailing) | (high << (32 - trailing))
    if (length > 32) this.#bits.write(high >>> trailing, length - 32)
    this.#bits.write(shifted, Math.min(32, length))
  }
}

export class XorReader {
  #high = 0
  #low = 0
  #window = NO_WINDOW
  readonly #bits: BitReader

  constructor(bits: BitReader) {
    this.#bits = bits
  }

  read(): number {
    if (this.#bits.read(1) === 1) this.#readDifference()
    view.setUint32(0, this.#high)
    view.setUint32(4, this.#low)
    return view.getFloat64(0)
  }

  #readDifference(): void {
    if (this.#bits.read(1) === 1) {
      const leading = this.#bits.read(LEADING_BITS)
      this.#window = { leading, trailing: 64 - leading - this.#bits.read(LENGTH_BITS) - 1 }
    }
    const { leading, trailing } = this.#window
    const length = 64 - leading - trailing
    if (trailing >= 32) {
      this.#high ^= this.#bits.read(length) << (trailing - 32)
      return
    }
    const above = length > 32 ? this.#bits.read(length - 32) : 0
    const below = this.#bits.read(Math.min(32, length))
    this.#low ^= below << trailing
    this.#high ^= trailing === 0 ? above : (above << trailing) | (below >>> (32 - trailing))
  }
}

/** Of a number that is not zero. */
const trailingZeros = (value: number): number => 31 - Math.clz32(value & -value)
