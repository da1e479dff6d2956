import type { Series } from '@/lib/domain/metrics/series'
import type { FileHealth } from './metric-file'
import type { KnownSeries, SeriesFilter, SeriesQuery, StoreTrouble } from './metric-store'

/** What the server's thread and that of the store say to each other. Readings and buckets travel as plain numbers. */

export type ThreadSettings = { file: string; bytesPerClusterMax: number }

/** Numbers that change threads without being copied. */
export type Packed = Float64Array<ArrayBuffer>

/** Series are defined before their first reading comes; from then on their number stands for them. */
export type Definition = { handle: number; series: Series }
/** Of each reading the number of its series, its time and its value. */
export type Put = { definitions: readonly Definition[]; readings: Packed }
export type AskedQuery = SeriesQuery & { handle: number | null }

export type Question =
  | { kind: 'put' }
  | { kind: 'read'; queries: readonly AskedQuery[] }
  | { kind: 'list'; filter: SeriesFilter }
  | { kind: 'health' }
  | { kind: 'close' }

/** Each carries what was put meanwhile, so that an answer knows of all that came before its question. */
export type Request = Question & { id: number; put: Put }

export type ThreadHealth = FileHealth & { trouble: StoreTrouble | null; lastError: string | null }
export type Answer =
  | { kind: 'put' | 'close' }
  | { kind: 'read'; buckets: readonly Packed[] }
  | { kind: 'list'; series: readonly KnownSeries[] }
  | { kind: 'health'; health: ThreadHealth }
  | { kind: 'failed'; words: string }
export type Reply = Answer & { id: number }

/** Said without being asked. `damaged` is the last of a thread, and `trouble` too if it comes before `opened`. */
export type Told = { kind: 'opened' | 'trouble' | 'dropping' | 'recovered' | 'damaged'; words: string }

/** Nobody else has an end of this line, so what comes on it is what the other end sent. */
export const isThreadSettings = (settings: unknown): settings is ThreadSettings =>
  typeof settings === 'object' && settings !== null
export const isRequest = (message: unknown): message is Request =>
  typeof message === 'object' && message !== null
export const isReplyOrTold = (message: unknown): message is Reply | Told =>
  typeof message === 'object' && message !== null
