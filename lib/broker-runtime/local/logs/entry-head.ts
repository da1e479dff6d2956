/** Whether an entry begins at this place, which is the start of a line. What does not begin one belongs to the one before. */
export type IsHead = (bytes: Buffer, at: number) => boolean

const [OPEN, CLOSE, DASH, COMMA, SPACE, TAB] = [0x5b, 0x5d, 0x2d, 0x2c, 0x20, 0x09]

/** `[2026-11-22 21:35:28,435] `, which every line of Kafka's and ZooKeeper's own begins with. */
export const isLogHead: IsHead = (bytes, at) =>
  bytes[at] === OPEN &&
  bytes[at + 5] === DASH &&
  bytes[at + 8] === DASH &&
  bytes[at + 20] === COMMA &&
  bytes[at + 24] === CLOSE

/** The JVM's own words have no mark; only what an exception brings with it is told by its look. */
export const isSpokenHead: IsHead = (bytes, at) => {
  const first = bytes[at]
  if (first === undefined || first === SPACE || first === TAB) return false
  return !CONTINUED.some((words) => bytes.subarray(at, at + words.length).equals(words))
}

const CONTINUED = ['Caused by: ', 'Suppressed: '].map((words) => Buffer.from(words))
