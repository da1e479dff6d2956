import { LEVEL_INDEXES, type LevelIndex } from '@/lib/domain/metrics/retention'
import type { Taken } from '@/lib/domain/metrics/byte-cap'
import type { Sql, Statement } from './sql'

/** Beside its bytes a chunk has its keys, and its share of pages that are not full. */
const ROW_BYTES = 24

/** What the chunks of each cluster take. It is in the file too, because counting would take minutes. */
export class Usage {
  readonly #sql: Sql
  readonly #write: Statement
  readonly #erase: Statement
  /** By cluster and level, then by start. */
  readonly #taken = new Map<string, Map<number, Taken>>()
  /** Of the transaction that runs; they count when it is committed. */
  #changes = new Map<string, Taken>()

  constructor(sql: Sql) {
    this.#sql = sql
    this.#write = sql.prepare(`
      INSERT INTO usage VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET points = points + excluded.points, bytes = bytes + excluded.bytes`)
    this.#erase = sql.prepare('DELETE FROM usage WHERE cluster = ? AND level = ? AND start = ?')
    for (const [cluster, index, start, points, bytes] of sql.prepare('SELECT * FROM usage').all()) {
      const level = LEVEL_INDEXES.find((each) => each === index)
      if (level === undefined) continue
      this.#add({ level, ...numbers({ cluster, start, points, bytes }) })
    }
  }

  /** One transaction over chunks and what they take. */
  transaction(work: () => void): void {
    this.#changes = new Map()
    this.#sql.transaction(() => {
      work()
      for (const { cluster, level, start, points, bytes } of this.#changes.values())
        this.#write.run(cluster, level, start, points, bytes)
    })
    for (const change of this.#changes.values()) this.#add(change)
  }

  /** Within a transaction. `bytes` is by how much the packed values grew. */
  grew(change: Taken, isNew: boolean): void {
    const key = `${change.cluster} ${change.level} ${change.start}`
    const grown = { ...change, bytes: change.bytes + (isNew ? ROW_BYTES : 0) }
    this.#changes.set(key, plus(this.#changes.get(key), grown))
  }

  /** In one transaction with the deletion of what it counts. */
  forget(all: readonly Taken[], deletion: () => void): void {
    this.#sql.transaction(() => {
      deletion()
      for (const { cluster, level, start } of all) this.#erase.run(cluster, level, start)
    })
    for (const taken of all) this.#taken.get(levelKey(taken))?.delete(taken.start)
  }

  all(): readonly Taken[] {
    return [...this.#taken.values()].flatMap((starts) => [...starts.values()])
  }

  /** The chunks of a cluster and a level that begin in [from, to), in the order of time. */
  starts(cluster: number, level: LevelIndex, from: number, to: number): readonly number[] {
    const starts = [...(this.#taken.get(levelKey({ cluster, level }))?.keys() ?? [])]
    return starts.filter((start) => start >= from && start < to).toSorted((one, other) => one - other)
  }

  #add(change: Taken): void {
    const key = levelKey(change)
    const starts = this.#taken.get(key) ?? new Map<number, Taken>()
    this.#taken.set(key, starts)
    starts.set(change.start, plus(starts.get(change.start), change))
  }
}

const levelKey = ({ cluster, level }: { cluster: number; level: LevelIndex }): string => `${cluster} ${level}`

const plus = (one: Taken | undefined, other: Taken): Taken =>
  one ? { ...other, points: one.points + other.points, bytes: one.bytes + other.bytes } : other

const numbers = ({
  cluster,
  start,
  points,
  bytes,
}: Record<'cluster' | 'start' | 'points' | 'bytes', unknown>) => ({
  cluster: Number(cluster),
  start: Number(start),
  points: Number(points),
  bytes: Number(bytes),
})
