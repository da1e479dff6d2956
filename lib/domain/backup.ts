/** Copies of the database: one an hour, and how long each is kept. */
export const BACKUP_EVERY_MS = 3_600_000
const HOURS_KEPT = 24
const DAYS_KEPT = 14
const DAY_MS = 24 * 3_600_000

/** `20261201T123300Z.db`: sorts as it was taken. */
export const backupName = (at: number): string =>
  `${new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')}.db`

const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/

/** When a copy of this name was taken. Null: the file is none of them. */
export function backupAt(name: string): number | null {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? []
  return year === undefined ? null : Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** Those that may go: of each of the last hours the newest stays, and of each of the last days. */
export function outdatedBackups(names: readonly string[], now: number): readonly string[] {
  const taken = names
    .flatMap((name) => {
      const at = backupAt(name)
      return at === null ? [] : [{ name, at }]
    })
    .toSorted((one, other) => other.at - one.at)
  const kept = new Set<string>()
  const keepNewestOf = (lengthMs: number, count: number): void => {
    const seen = new Set<number>()
    for (const { name, at } of taken) {
      const place = Math.floor(at / lengthMs)
      if (seen.has(place) || place <= Math.floor(now / lengthMs) - count) continue
      seen.add(place)
      kept.add(name)
    }
  }
  keepNewestOf(BACKUP_EVERY_MS, HOURS_KEPT)
  keepNewestOf(DAY_MS, DAYS_KEPT)
  // However long Mosaik was away: the last one there is never goes.
  const [newest] = taken
  if (newest !== undefined) kept.add(newest.name)
  return taken.map(({ name }) => name).filter((name) => !kept.has(name))
}
