import { beyondCap } from '@/lib/domain/metrics/byte-cap'
import { grouped } from '@/lib/domain/metrics/grouped'
import { isExpired, LEVELS } from '@/lib/domain/metrics/retention'
import { setImmediate } from 'node:timers/promises'
import type { Sql } from './sql'
import type { Usage } from './usage'

type Parts = { sql: Sql; usage: Usage }

/** Forgets what is older than its level keeps. The file does not shrink: its free pages are used again. */
export async function forgetOld({ sql, usage }: Parts, now: number): Promise<void> {
  const expired = usage.all().filter(({ level, start }) => isExpired(level, start, now))
  const groups = grouped(expired, ({ level, start }) => `${level} ${start}`)
  const deletion = sql.prepare('DELETE FROM chunk WHERE level = ? AND start = ?')
  for (const group of groups.values()) {
    const [first] = group
    if (first) usage.forget(group, () => deletion.run(first.level, first.start))
    await setImmediate()
  }
  sql.prepare('DELETE FROM series WHERE last_at < ?').run(now - LEVELS[3].keptMs - LEVELS[3].spanMs)
}

/** Forgets what a cluster keeps beyond its share, and remembers how much shorter its history is for that. */
export async function forgetBeyondCap({ sql, usage }: Parts, bytesMax: number): Promise<void> {
  const deletion = sql.prepare(
    'DELETE FROM chunk WHERE level = ? AND start = ? AND series IN (SELECT id FROM series WHERE cluster = ?)',
  )
  const note = sql.prepare('INSERT OR REPLACE INTO shortened VALUES (?, ?, ?)')
  for (const taken of grouped(usage.all(), ({ cluster }) => cluster).values()) {
    for (const gone of beyondCap(taken, bytesMax)) {
      usage.forget([gone], () => {
        deletion.run(gone.level, gone.start, gone.cluster)
        note.run(gone.cluster, gone.level, gone.start + LEVELS[gone.level].spanMs)
      })
      await setImmediate()
    }
  }
}
