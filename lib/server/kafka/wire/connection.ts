import type { Endpoint } from '@/lib/domain/node'
import { formatEndpoint } from '@/lib/domain/node'
import { apiVersions, type ApiVersionsReply } from './api-versions'
import { ByteReader } from './byte-reader'
import { ByteWriter } from './byte-writer'
import { decodeLongMessage, decodeMessage, type LongList } from './decode'
import { agree, apiKeyOf, type Agreement, type ProcedureName } from './definitions'
import { encodeMessage } from './encode'
import { FramedSocket } from './framed-socket'
import { assertNoError, KafkaError } from './kafka-error'
import { layoutOf } from './layout'
import type { ListRpc, Rpc } from './rpc'
import { WireFormatError, type WireValue } from './values'
import { covers, parseVersions, type VersionRange } from './versions'

export type SecurityProtocol = 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL'

export type ConnectionOptions = {
  endpoint: Endpoint
  /** For the connection itself and for the first answer, each. */
  connectTimeoutMs: number
  /** How Mosaik names itself in the broker's request log and quotas. */
  clientId?: string
  security?: SecurityProtocol
}

export type KafkaConnection = {
  readonly endpoint: Endpoint
  readonly isOpen: boolean
  /** The version a call would use, null if the broker does not offer the procedure. */
  versionOf: (name: ProcedureName) => number | null
  call: <Input, Reply>(rpc: Rpc<Input, Reply>, input: Input, timeoutMs: number) => Promise<Reply>
  /**
   * The same for a procedure with a long list: it is given away element by element, empty in the reply, and other work
   * has its turn in between.
   */
  callEach: <Input, Reply, Element>(
    rpc: ListRpc<Input, Reply, Element>,
    input: Input,
    timeoutMs: number,
    take: (element: Element) => void,
  ) => Promise<Reply>
  close: () => void
}

/** Connects and asks which versions the broker speaks; throws a KafkaError if it cannot be reached or is silent. */
export async function openConnection(options: ConnectionOptions): Promise<KafkaConnection> {
  const { endpoint, connectTimeoutMs, clientId = 'mosaik', security = 'PLAINTEXT' } = options
  assertPlaintext(endpoint, security)
  const socket = await FramedSocket.connect(endpoint, connectTimeoutMs)
  try {
    // Version 0 is what every broker since 0.10 answers; on a SASL listener it is also the only question allowed.
    const first = agree('ApiVersions', { min: 0, max: 0 })
    if (first === null) throw new Error("Kafka's message definitions have lost ApiVersions version 0.")
    const reply = await exchange(
      { socket, clientId, agreement: first, rpc: apiVersions, timeoutMs: connectTimeoutMs },
      {},
    )
    assertNoError(formatEndpoint(endpoint), reply.errorCode, null)
    const connection = connectionOver(socket, clientId, rangesOf(reply))
    tellName(connection)
    return connection
  } catch (error) {
    socket.close()
    throw error
  }
}

/** Where brokers count clients by name (KIP-511) we are to be told from those who tell none. Nobody waits for the answer. */
function tellName({ versionOf, call }: KafkaConnection): void {
  if ((versionOf('ApiVersions') ?? 0) < NAME_SINCE_VERSION) return
  call(apiVersions, {}, TOLD_WITHIN_MS).catch(() => undefined)
}

const NAME_SINCE_VERSION = 3
const TOLD_WITHIN_MS = 30_000

function connectionOver(
  socket: FramedSocket,
  clientId: string,
  offered: ReadonlyMap<number, VersionRange>,
): KafkaConnection {
  const agreementOn = (name: ProcedureName): Agreement | null => {
    const range = offered.get(apiKeyOf(name))
    return range === undefined ? null : agree(name, range)
  }
  const agreed = (name: ProcedureName): Agreement => {
    const agreement = agreementOn(name)
    if (agreement !== null) return agreement
    throw new KafkaError({
      error: 'UNSUPPORTED_VERSION',
      message: `The Kafka release at ${formatEndpoint(socket.endpoint)} does not offer ${name}.`,
      mayHaveHappened: false,
    })
  }
  return {
    endpoint: socket.endpoint,
    get isOpen() {
      return socket.isOpen
    },
    versionOf: (name) => agreementOn(name)?.version ?? null,
    call: async (rpc, input, timeoutMs) =>
      exchange({ socket, clientId, agreement: agreed(rpc.name), rpc, timeoutMs }, input),
    callEach: async (rpc, input, timeoutMs, take) => {
      const { at, element } = rpc.list
      const list = { at, take: (value: WireValue) => take(element.parse(value)) }
      return exchange({ socket, clientId, agreement: agreed(rpc.name), rpc, timeoutMs, list }, input)
    },
    close: () => socket.close(),
  }
}

type Exchange<Input, Reply> = {
  socket: FramedSocket
  clientId: string
  agreement: Agreement
  rpc: Rpc<Input, Reply>
  timeoutMs: number
  /** What is not kept but given away as it is read. */
  list?: LongList
}

async function exchange<Input, Reply>(how: Exchange<Input, Reply>, input: Input): Promise<Reply> {
  const { socket, rpc, timeoutMs } = how
  const request = encodeRequest(how, input)
  const frame = await socket.exchange(
    rpc.name,
    (correlationId) => withHeader(how, correlationId, request),
    timeoutMs,
  )
  try {
    return await readReply(how, frame)
  } catch (error) {
    // We cannot trust the rest of the stream either.
    socket.close()
    throw new KafkaError({
      error: 'UNKNOWN_SERVER_ERROR',
      message: `${formatEndpoint(socket.endpoint)} gave an answer to ${rpc.name} that cannot be read: ${reason(error)}`,
      cause: error,
    })
  }
}

/** A value that no request can carry, or that this broker's version has no field for, never leaves the house. */
function encodeRequest<Input, Reply>(
  { agreement, rpc, socket }: Exchange<Input, Reply>,
  input: Input,
): Buffer {
  const writer = new ByteWriter()
  try {
    const layout = layoutOf(agreement.definition.request, `${rpc.name} request`, agreement.version)
    encodeMessage(writer, layout, rpc.body(input, agreement.version))
    return writer.finish()
  } catch (error) {
    throw new KafkaError({
      error: 'INVALID_REQUEST',
      message: `${formatEndpoint(socket.endpoint)} cannot be asked this. ${reason(error)}`,
      mayHaveHappened: false,
      cause: error,
    })
  }
}

function withHeader<Input, Reply>(
  { agreement, clientId }: Exchange<Input, Reply>,
  correlationId: number,
  body: Buffer,
): Buffer {
  const { request } = agreement.definition
  const writer = new ByteWriter()
  writer.int16(request.apiKey)
  writer.int16(agreement.version)
  writer.int32(correlationId)
  // The client id keeps its old fixed-width length in the flexible header too.
  const client = Buffer.from(clientId, 'utf8')
  writer.int16(client.length)
  writer.bytes(client)
  if (covers(parseVersions(request.flexibleVersions), agreement.version)) writer.uvarint(0)
  writer.bytes(body)
  return writer.finish()
}

async function readReply<Input, Reply>(
  { agreement, rpc, list }: Exchange<Input, Reply>,
  frame: Buffer,
): Promise<Reply> {
  const layout = layoutOf(agreement.definition.response, `${rpc.name} response`, agreement.version)
  const reader = new ByteReader(frame)
  // ApiVersions never has tags in its header: the client does not know yet what the broker speaks.
  if (layout.flexible && rpc.name !== 'ApiVersions') skipTags(reader)
  const value =
    list === undefined ? decodeMessage(reader, layout) : await decodeLongMessage(reader, layout, list)
  return rpc.reply.parse(value)
}

function skipTags(reader: ByteReader): void {
  const count = reader.uvarint()
  if (count > reader.remaining)
    throw new WireFormatError(`${count} header tags are announced, more than there are bytes.`)
  for (let index = 0; index < count; index++) {
    reader.uvarint()
    reader.slice(reader.uvarint())
  }
}

const rangesOf = (reply: ApiVersionsReply): ReadonlyMap<number, VersionRange> =>
  new Map(
    reply.apiKeys.map(({ apiKey, minVersion, maxVersion }) => [apiKey, { min: minVersion, max: maxVersion }]),
  )

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function assertPlaintext(endpoint: Endpoint, security: SecurityProtocol): void {
  if (security === 'PLAINTEXT') return
  throw new KafkaError({
    error: 'SECURITY_DISABLED',
    message: `${formatEndpoint(endpoint)} cannot be asked over ${security}: Mosaik speaks PLAINTEXT only so far. Use the plaintext listener.`,
    mayHaveHappened: false,
  })
}
