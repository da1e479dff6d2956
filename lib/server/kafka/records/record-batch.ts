import { gunzipSync } from 'node:zlib'
import { ByteReader } from '../wire/byte-reader'
import { ByteWriter } from '../wire/byte-writer'
import { WireFormatError } from '../wire/values'
import { crc32c } from './crc32c'

/**
 * Kafka's record batches, format 2, which every release since 0.11 writes and reads. Written: one record, not
 * compressed. Read: whatever a broker hands out, where Node knows the compression.
 */
export type NewRecord = {
  key: string | null
  value: string
  atMs: number
  /** Who sends it, and as which of its records to this partition: sent again, it is stored once. */
  producer?: { id: bigint; epoch: number; sequence: number }
}
export type ReadRecord = { offset: bigint; timestampMs: number; key: string | null; value: string | null }

const MAGIC = 2
/** Bytes before `batchLength` ends, and from there to the checksum's end. */
const LENGTH_END = 12
const CRC_END = 21
const NONE = -1

export function encodeBatch({ key, value, atMs, producer }: NewRecord): Uint8Array {
  const record = encodeRecord(key, value)
  const body = new ByteWriter()
  body.int16(0)
  body.int32(0)
  body.int64(BigInt(atMs))
  body.int64(BigInt(atMs))
  body.int64(producer?.id ?? BigInt(NONE))
  body.int16(producer?.epoch ?? NONE)
  body.int32(producer?.sequence ?? NONE)
  body.int32(1)
  signed(body, record.length)
  body.bytes(record)
  const checked = body.finish()
  const batch = new ByteWriter()
  batch.int64(0n)
  batch.int32(CRC_END - LENGTH_END + checked.length)
  batch.int32(NONE)
  batch.int8(MAGIC)
  batch.uint32(crc32c(checked))
  batch.bytes(checked)
  return batch.finish()
}

function encodeRecord(key: string | null, value: string): Buffer {
  const record = new ByteWriter()
  record.int8(0)
  signed(record, 0)
  signed(record, 0)
  text(record, key)
  text(record, value)
  signed(record, 0)
  return record.finish()
}

function text(writer: ByteWriter, words: string | null): void {
  if (words === null) return signed(writer, NONE)
  const bytes = Buffer.from(words, 'utf8')
  signed(writer, bytes.length)
  writer.bytes(bytes)
}

/** Zigzag: small negative numbers stay short. */
const signed = (writer: ByteWriter, value: number): void =>
  writer.uvarint(value >= 0 ? value * 2 : -value * 2 - 1)

function readSigned(reader: ByteReader): number {
  const value = reader.uvarint()
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

/** All records of the batches; a broker may cut the last batch short, which is left out. */
export function decodeBatches(bytes: Uint8Array): ReadRecord[] {
  const reader = new ByteReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const records: ReadRecord[] = []
  while (reader.remaining > LENGTH_END) {
    const baseOffset = reader.int64()
    const length = reader.int32()
    if (length > reader.remaining) break
    records.push(...decodeBatch(baseOffset, reader.slice(length)))
  }
  return records
}

function decodeBatch(baseOffset: bigint, batch: ByteReader): ReadRecord[] {
  batch.int32()
  const magic = batch.int8()
  if (magic !== MAGIC) throw new WireFormatError(`Record format ${magic} is not one this reader knows.`)
  batch.uint32()
  const attributes = batch.int16()
  batch.int32()
  const baseTimestamp = Number(batch.int64())
  const maxTimestamp = Number(batch.int64())
  batch.int64()
  batch.int16()
  batch.int32()
  const count = batch.int32()
  // A control batch marks the end of a transaction; it holds nothing a reader asked for.
  if ((attributes & 0x20) !== 0) return []
  const isLogAppendTime = (attributes & 0x08) !== 0
  const records = decompressed(attributes & 0x07, batch)
  return Array.from({ length: count }, () => {
    const record = records.slice(readSigned(records))
    record.int8()
    const timestampMs = baseTimestamp + readSigned(record)
    const offset = baseOffset + BigInt(readSigned(record))
    const key = readText(record)
    return {
      offset,
      timestampMs: isLogAppendTime ? maxTimestamp : timestampMs,
      key,
      value: readText(record),
    }
  })
}

function readText(record: ByteReader): string | null {
  const length = readSigned(record)
  return length < 0 ? null : record.text(length)
}

const CODECS = ['none', 'gzip', 'snappy', 'lz4', 'zstd']

/** A topic may compress what it is sent; gzip comes with Node, the others are told by name. */
function decompressed(codec: number, batch: ByteReader): ByteReader {
  if (codec === 0) return batch
  const bytes = batch.bytes(batch.remaining)
  if (codec === 1) return new ByteReader(gunzipSync(bytes))
  throw new WireFormatError(`Mosaik does not read records compressed with ${CODECS[codec] ?? codec}.`)
}
