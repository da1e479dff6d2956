import { Worker } from 'node:worker_threads'
import type { Reading } from '@/lib/domain/metrics/series'
import type { Logger } from '../../log'
import { unpackBuckets } from './bucket-columns'
import {
  isReplyOrTold,
  type Answer,
  type Question,
  type Reply,
  type Request,
  type ThreadSettings,
  type Told,
} from './messages'
import type {
  KnownSeries,
  MetricStore,
  ReadBucket,
  SeriesFilter,
  SeriesQuery,
  StoreHealth,
} from './metric-store'
import { Outbox } from './outbox'
import { setAside } from './set-aside'

export type StoreSettings = ThreadSettings & { threadFile: string; log: Logger }

/** Readings that wait while the thread is busy or being started anew. */
const OUTBOX_MAX = 200_000
const RESTART_MS = 2_000
/** The process ends within two seconds. */
const CLOSE_MS_MAX = 1_500
/** The store must not take the server's memory, whatever it is asked. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 }

export const openMetricStore = (settings: StoreSettings): MetricStore => new ThreadedStore(settings)

/** The server's end of the store: it numbers series, passes on what is put, and starts the thread anew if it ends. */
class ThreadedStore implements MetricStore {
  readonly #settings: StoreSettings
  readonly #outbox = new Outbox(OUTBOX_MAX)
  readonly #asked = new Map<number, (answer: Answer) => void>()
  readonly #setAside: string[] = []
  /** Null while it is waited for before another is started. */
  #thread: Worker | null = null
  #isOpen = false
  /** Ends when the thread has opened its file, or has ended. */
  #opening = waiting()
  #nextId = 1
  #dropped = 0
  #isPassingOn = false
  #isClosing = false
  #damage: string | null = null
  #lastError: string | null = null

  constructor(settings: StoreSettings) {
    this.#settings = settings
    this.#start()
  }

  put(readings: readonly Reading[]): void {
    for (const reading of readings) this.#drop(this.#outbox.add(reading))
    void this.#passOn()
  }

  async read(queries: readonly SeriesQuery[]): Promise<readonly (readonly ReadBucket[])[]> {
    const asked = queries.map((query) => ({ ...query, handle: this.#outbox.handle(query.series) }))
    const answer = await this.#ask({ kind: 'read', queries: asked })
    if (answer.kind !== 'read') throw unanswered(answer)
    return answer.buckets.map((packed, index) => unpackBuckets(packed, queries[index]?.percentiles ?? []))
  }

  async list(filter: SeriesFilter): Promise<readonly KnownSeries[]> {
    const answer = await this.#ask({ kind: 'list', filter })
    if (answer.kind !== 'list') throw unanswered(answer)
    return answer.series
  }

  async health(): Promise<StoreHealth> {
    const answer = await this.#ask({ kind: 'health' })
    if (answer.kind !== 'health') throw unanswered(answer)
    const { health } = answer
    return {
      ...health,
      queued: health.queued + this.#outbox.count,
      dropped: health.dropped + this.#dropped,
      setAside: this.#setAside,
    }
  }

  async close(): Promise<void> {
    if (this.#isClosing) return
    this.#isClosing = true
    const tooLate = new Promise((resolve) => setTimeout(resolve, CLOSE_MS_MAX).unref())
    await Promise.race([this.#ask({ kind: 'close' }), tooLate])
    await this.#thread?.terminate()
  }

  /** One at a time: while it is under way, what is put waits here, where there is a bound. */
  async #passOn(): Promise<void> {
    if (this.#isPassingOn || !this.#isOpen || this.#outbox.count === 0) return
    this.#isPassingOn = true
    await this.#ask({ kind: 'put' })
    this.#isPassingOn = false
    void this.#passOn()
  }

  async #ask(question: Question): Promise<Answer> {
    await this.#opening.promise
    const thread = this.#isOpen ? this.#thread : null
    if (!thread) return this.#failed()
    const request: Request = { ...question, id: this.#nextId++, put: this.#outbox.take() }
    return new Promise((resolve) => {
      this.#asked.set(request.id, resolve)
      thread.ref()
      thread.postMessage(request, [request.put.readings.buffer])
    })
  }

  #start(): void {
    const { threadFile, file, bytesPerClusterMax } = this.#settings
    const thread = new Worker(threadFile, {
      workerData: { file, bytesPerClusterMax },
      resourceLimits: LIMITS,
    })
    thread.on('message', (message: unknown) => {
      if (isReplyOrTold(message)) this.#hear(message)
    })
    thread.on('error', (error) => this.#thrown(error))
    thread.on('exit', () => this.#ended())
    this.#thread = thread
    this.#opening = waiting()
  }

  #hear(message: Reply | Told): void {
    if ('id' in message) {
      this.#asked.get(message.id)?.(message)
      this.#asked.delete(message.id)
      this.#letGo()
      return
    }
    switch (message.kind) {
      case 'opened':
        this.#isOpen = true
        this.#lastError = null
        this.#opening.resolve()
        this.#letGo()
        void this.#passOn()
        return
      case 'recovered':
        this.#settings.log.info(message.words)
        return
      case 'trouble':
        this.#tell(message.words)
        return
      case 'dropping':
        this.#settings.log.warn(message.words)
        return
      case 'damaged':
        this.#damage = message.words
        void this.#thread?.terminate()
    }
  }

  /** A thread that nobody waits for must not keep a process alive that has nothing else to do. */
  #letGo(): void {
    if (this.#asked.size === 0) this.#thread?.unref()
  }

  /** One that could not open its file has said why. */
  #thrown(error: unknown): void {
    if (this.#damage !== null || (!this.#isOpen && this.#lastError !== null)) return
    this.#tell(`The store of metrics failed and is started anew: ${String(error)}`)
  }

  #ended(): void {
    this.#thread = null
    // What one knew that never opened is still here.
    if (this.#isOpen) this.#outbox.reset()
    this.#isOpen = false
    this.#opening.resolve()
    for (const resolve of this.#asked.values()) resolve(this.#failed())
    this.#asked.clear()
    if (this.#isClosing) return
    if (this.#damage !== null) this.#beginAnew(this.#damage)
    setTimeout(() => this.#start(), RESTART_MS).unref()
  }

  #failed(): Answer {
    return { kind: 'failed', words: this.#lastError ?? 'The store of metrics is being started anew.' }
  }

  #beginAnew(damage: string): void {
    const name = setAside(this.#settings.file, new Date())
    this.#damage = null
    this.#setAside.push(name)
    this.#settings.log.error(
      { damage },
      `The file of metrics was damaged and is now ${name}; a new one begins. Clusters and their data are not touched.`,
    )
  }

  #drop(count: number): void {
    if (count === 0) return
    if (this.#dropped === 0)
      this.#settings.log.warn('Metrics come faster than they can be stored: the oldest are dropped.')
    this.#dropped += count
  }

  #tell(words: string): void {
    if (words !== this.#lastError) this.#settings.log.error(words)
    this.#lastError = words
  }
}

/** As `Promise.withResolvers`, which Node has from version 22 on. */
function waiting(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

const unanswered = (answer: Answer): Error =>
  new Error(answer.kind === 'failed' ? answer.words : `The store answered with ${answer.kind}.`)
