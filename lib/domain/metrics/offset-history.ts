/**
 * When the end of a partition, or the position of a group in it, was where. The newest minutes are kept as they were
 * read; what is older thins out, so that a day fits into the same room with an error in proportion to its age.
 */
export class OffsetHistory {
  readonly #at: number[] = []
  readonly #offset: number[] = []

  get newest(): { at: number; offset: number } | null {
    const last = this.#at.length - 1
    const [at, offset] = [this.#at[last], this.#offset[last]]
    return at === undefined || offset === undefined ? null : { at, offset }
  }

  add(at: number, offset: number): void {
    const { newest } = this
    // A clock set back, or a partition made anew: what came before says nothing any more.
    if (newest && (at <= newest.at || offset < newest.offset)) this.#clear()
    this.#at.push(at)
    this.#offset.push(offset)
    if (this.#at.length > ENTRIES_MAX) this.#thinOut()
  }

  /** Something that was found out about an earlier time. */
  addEarlier(at: number, offset: number): void {
    const place = this.#at.findIndex((each) => each > at)
    if (place < 0) return
    this.#at.splice(place, 0, at)
    this.#offset.splice(place, 0, offset)
    if (this.#at.length > ENTRIES_MAX) this.#thinOut()
  }

  /** When `offset` was passed, with how wide the gap is in which that lies; null if that was before all that is known. */
  passed(offset: number): { at: number; withinMs: number } | null {
    const after = this.#offset.findIndex((each) => each > offset)
    const [at, end] = [this.#at[after], this.#offset[after]]
    const [atBefore, endBefore] = [this.#at[after - 1], this.#offset[after - 1]]
    if (at === undefined || end === undefined || atBefore === undefined || endBefore === undefined)
      return null
    const withinMs = at - atBefore
    return { at: atBefore + ((offset - endBefore) / (end - endBefore)) * withinMs, withinMs }
  }

  /** Since when the newest offset is what it is; `atLeast`: longer than what is known. */
  heldSince(): { at: number; atLeast: boolean } | null {
    const { newest } = this
    if (newest === null) return null
    const other = this.#offset.findLastIndex((offset) => offset !== newest.offset)
    const at = this.#at[other + 1]
    return at === undefined ? null : { at, atLeast: other < 0 }
  }

  /** Offsets in a second over the last `windowMs`, or over what is known of it; null with one entry. */
  pace(windowMs: number): number | null {
    const { newest } = this
    if (newest === null) return null
    const first = this.#at.findIndex((at) => newest.at - at <= windowMs)
    const [at, offset] = [this.#at[first], this.#offset[first]]
    if (at === undefined || offset === undefined || at === newest.at) return null
    return ((newest.offset - offset) * 1000) / (newest.at - at)
  }

  #clear(): void {
    this.#at.length = 0
    this.#offset.length = 0
  }

  /** Every second entry of the older half goes. */
  #thinOut(): void {
    const isKept = (_: number, index: number): boolean => index >= ENTRIES_MAX / 2 || index % 2 === 0
    const [at, offset] = [this.#at.filter(isKept), this.#offset.filter(isKept)]
    this.#clear()
    this.#at.push(...at)
    this.#offset.push(...offset)
  }
}

/** Ten minutes of steps, and half as much again for what is older. */
const ENTRIES_MAX = 90
