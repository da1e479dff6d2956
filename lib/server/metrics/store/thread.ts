import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { systemClock } from '../../clock'
import { packBuckets } from './bucket-columns'
import {
  isRequest,
  isThreadSettings,
  type Answer,
  type Question,
  type Reply,
  type Request,
  type Told,
} from './messages'
import { MetricFile } from './metric-file'
import type { StoreTrouble } from './metric-store'
import { isDamaged } from './sql'
import { DROPPING, recovery, troubleOf, wordsOf } from './trouble'

/** What runs in the store's thread: it answers at once and writes every minute. `bin/bundles` makes a file of it. */

const WORK_MS = 10_000
const FLUSH_MS = 60_000

class StoreThread {
  readonly #port: MessagePort
  readonly #file: MetricFile
  readonly #timer = setInterval(() => this.#startWork(), WORK_MS)
  #working: Promise<void> | null = null
  #workedAtMs = systemClock.monotonicMs()
  #trouble: { kind: StoreTrouble; words: string } | null = null
  /** How many had been dropped when everything was last in order. */
  #droppedBefore = 0
  #isDropping = false

  constructor(port: MessagePort) {
    this.#port = port
    this.#file = this.#opened()
  }

  listen(): void {
    this.#port.on('message', (message: unknown) => {
      if (isRequest(message)) void this.#reply(message)
    })
    this.#say({ kind: 'opened', words: '' })
  }

  async #reply(request: Request): Promise<void> {
    for (const { handle, series } of request.put.definitions) this.#file.define(handle, series)
    this.#file.put(request.put.readings)
    this.#tellDropping()
    const answer = await this.#answer(request).catch((error: unknown): Answer => this.#failed(error))
    this.#say({ ...answer, id: request.id })
  }

  async #answer(question: Question): Promise<Answer> {
    switch (question.kind) {
      case 'put':
        return { kind: 'put' }
      case 'read':
        return {
          kind: 'read',
          buckets: question.queries.map(({ handle, ...query }) =>
            packBuckets(this.#file.read(handle, query), query.percentiles ?? []),
          ),
        }
      case 'list':
        return { kind: 'list', series: this.#file.list(question.filter) }
      case 'health': {
        const trouble = { trouble: this.#trouble?.kind ?? null, lastError: this.#trouble?.words ?? null }
        return { kind: 'health', health: { ...this.#file.health(), ...trouble } }
      }
      case 'close':
        clearInterval(this.#timer)
        await this.#working
        await this.#file.flush()
        this.#file.close()
        return { kind: 'close' }
    }
  }

  /** While something fails it is tried at each turn, else once a minute. */
  #startWork(): void {
    const isDue = systemClock.monotonicMs() - this.#workedAtMs >= FLUSH_MS - WORK_MS / 2
    if (this.#working || (!isDue && !this.#trouble)) return
    this.#working = this.#work().finally(() => {
      this.#working = null
    })
  }

  async #work(): Promise<void> {
    this.#workedAtMs = systemClock.monotonicMs()
    try {
      await this.#file.flush()
      await this.#file.rollUp()
      await this.#file.forget()
      if (this.#trouble)
        this.#say({ kind: 'recovered', words: recovery(this.#file.dropped - this.#droppedBefore) })
      this.#trouble = null
      this.#isDropping = false
      this.#droppedBefore = this.#file.dropped
    } catch (error) {
      const words = this.#failed(error).words
      const kind = troubleOf(error)
      if (this.#trouble?.kind !== kind) this.#say({ kind: 'trouble', words })
      this.#trouble = { kind, words }
    }
  }

  #tellDropping(): void {
    if (this.#isDropping || this.#file.dropped === this.#droppedBefore) return
    this.#isDropping = true
    this.#say({ kind: 'dropping', words: DROPPING })
  }

  #opened(): MetricFile {
    if (!isThreadSettings(workerData)) throw new Error('The store of metrics was not told its file.')
    try {
      return new MetricFile({ ...workerData, clock: systemClock })
    } catch (error) {
      const { words } = this.#failed(error)
      if (!isDamaged(error)) this.#say({ kind: 'trouble', words })
      throw error
    }
  }

  #failed(error: unknown): { kind: 'failed'; words: string } {
    if (isDamaged(error)) this.#say({ kind: 'damaged', words: String(error) })
    return { kind: 'failed', words: wordsOf(troubleOf(error), error) }
  }

  #say(message: Reply | Told): void {
    this.#port.postMessage(message, 'buckets' in message ? message.buckets.map(({ buffer }) => buffer) : [])
  }
}

if (parentPort) new StoreThread(parentPort).listen()
