import net from 'node:net'
import type { Endpoint } from '@/lib/domain/node'
import { formatEndpoint } from '@/lib/domain/node'
import { FrameCutter } from './frame'
import { KafkaError } from './kafka-error'

const FRAME_BYTES_MAX = 64 * 1024 * 1024
const CALLS_IN_FLIGHT_MAX = 100

type Pending = {
  what: string
  resolve: (frame: Buffer) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

/**
 * One TCP connection that pairs Kafka's answers with the questions by correlation id. How it ends: any way the
 * socket ends (peer, error, `close`, a question that was not answered in time, bytes that are no frame) rejects
 * every question still open and leaves no timer and no descriptor behind. A late answer closes the connection
 * because a broker answers in order: whatever was asked afterwards would only queue behind it.
 */
export class FramedSocket {
  readonly endpoint: Endpoint
  readonly #socket: net.Socket
  readonly #cutter = new FrameCutter(FRAME_BYTES_MAX)
  readonly #pending = new Map<number, Pending>()
  #correlationId = 0
  #ended: KafkaError | null = null

  private constructor(endpoint: Endpoint, socket: net.Socket) {
    this.endpoint = endpoint
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#receive(chunk))
    socket.on('error', (error) => this.#end(`the connection broke (${error.message})`, error))
    socket.on('close', () => this.#end('the broker closed the connection'))
  }

  static async connect(endpoint: Endpoint, timeoutMs: number): Promise<FramedSocket> {
    const socket = net.connect({ host: endpoint.host, port: endpoint.port })
    const failed = (why: string, cause?: unknown): KafkaError =>
      new KafkaError({
        error: 'NETWORK_EXCEPTION',
        message: `${formatEndpoint(endpoint)} cannot be reached: ${why}.`,
        mayHaveHappened: false,
        cause,
      })
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        socket.destroy()
        reject(failed(`no connection within ${timeoutMs} ms`))
      }, timeoutMs)
      socket.once('error', (error) => {
        clearTimeout(timer)
        socket.destroy()
        reject(failed(error.message, error))
      })
      socket.once('connect', () => {
        clearTimeout(timer)
        socket.removeAllListeners('error')
        resolve(new FramedSocket(endpoint, socket))
      })
    })
  }

  get isOpen(): boolean {
    return this.#ended === null
  }

  /** `build` makes the request once its correlation id is known; `what` names it in error messages. */
  async exchange(what: string, build: (correlationId: number) => Buffer, timeoutMs: number): Promise<Buffer> {
    if (this.#ended !== null) throw this.#failure(what, this.#ended.message, false, this.#ended.cause)
    if (this.#pending.size >= CALLS_IN_FLIGHT_MAX)
      throw this.#failure(what, `${CALLS_IN_FLIGHT_MAX} requests already wait for an answer`, false)
    const correlationId = this.#correlationId
    this.#correlationId = (this.#correlationId + 1) % 0x7fff_ffff
    const request = build(correlationId)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#expire(correlationId, timeoutMs), timeoutMs)
      this.#pending.set(correlationId, { what, resolve, reject, timer })
      const head = Buffer.allocUnsafe(4)
      head.writeInt32BE(request.length)
      this.#socket.write(Buffer.concat([head, request]))
    })
  }

  close(): void {
    this.#end('the connection was closed on our side')
  }

  #receive(chunk: Buffer): void {
    if (this.#ended !== null) return
    try {
      for (const frame of this.#cutter.push(chunk)) this.#settle(frame)
    } catch (error) {
      this.#end(
        `what it sends is not Kafka's protocol (${error instanceof Error ? error.message : String(error)})`,
        error,
      )
    }
  }

  #settle(frame: Buffer): void {
    const correlationId = frame.readInt32BE(0)
    const pending = this.#pending.get(correlationId)
    if (pending === undefined)
      return this.#end(`it answered a question nobody asked (number ${correlationId})`)
    clearTimeout(pending.timer)
    this.#pending.delete(correlationId)
    pending.resolve(frame.subarray(4))
  }

  #expire(correlationId: number, timeoutMs: number): void {
    const pending = this.#pending.get(correlationId)
    if (pending === undefined) return
    this.#pending.delete(correlationId)
    const message = `${formatEndpoint(this.endpoint)} did not answer ${pending.what} within ${timeoutMs} ms.`
    pending.reject(new KafkaError({ error: 'REQUEST_TIMED_OUT', message }))
    this.#end(`it did not answer ${pending.what} within ${timeoutMs} ms`)
  }

  #end(why: string, cause?: unknown): void {
    if (this.#ended !== null) return
    this.#ended = new KafkaError({ error: 'NETWORK_EXCEPTION', message: why, cause })
    this.#socket.destroy()
    for (const { what, reject, timer } of this.#pending.values()) {
      clearTimeout(timer)
      reject(this.#failure(what, why, true, cause))
    }
    this.#pending.clear()
  }

  #failure(what: string, why: string, mayHaveHappened: boolean, cause?: unknown): KafkaError {
    const message = `${formatEndpoint(this.endpoint)} did not answer ${what}: ${why}.`
    return new KafkaError({ error: 'NETWORK_EXCEPTION', message, mayHaveHappened, cause })
  }
}
