import { ByteReader } from '../wire/byte-reader'
import { WireFormatError } from '../wire/values'

/**
 * What members of a classic group tell each other through their coordinator, which does not read it. Kafka calls it
 * the consumer protocol; later versions only add at the end, so what comes first is read and the rest left.
 */
export type Assigned = { topic: string; partitions: readonly number[] }

/** What a member was given, null where the bytes are no assignment of a consumer. None, while it waits for one. */
export function readAssignment(bytes: Uint8Array): readonly Assigned[] | null {
  if (bytes.length === 0) return []
  return readable(bytes, (reader) =>
    listOf(reader, () => ({ topic: textOf(reader), partitions: listOf(reader, () => reader.int32()) })),
  )
}

/** What a member wants to read. */
export const readSubscription = (bytes: Uint8Array): readonly string[] | null =>
  bytes.length === 0 ? [] : readable(bytes, (reader) => listOf(reader, () => textOf(reader)))

function readable<Found>(bytes: Uint8Array, read: (reader: ByteReader) => Found): Found | null {
  try {
    const reader = new ByteReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const version = reader.int16()
    return version < 0 ? null : read(reader)
  } catch (error) {
    if (error instanceof WireFormatError) return null
    throw error
  }
}

const textOf = (reader: ByteReader): string => reader.text(reader.int16())

function listOf<Element>(reader: ByteReader, read: () => Element): Element[] {
  const count = reader.int32()
  // Every element has bytes of its own: more of them than bytes is no list.
  if (count < 0 || count > reader.remaining) throw new WireFormatError(`A list of ${count} does not fit.`)
  return Array.from({ length: count }, read)
}
