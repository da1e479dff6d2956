/**
 * Why nothing is done to a cluster until a person has decided: its directories know of things that happened after
 * what the database says. `newerDirectory`: a later start of Mosaik drove them. `restoredCopy`: a copy of the
 * database was put back, and what was changed since it was taken is in no record.
 */
export const HELD_BECAUSE = ['newerDirectory', 'restoredCopy'] as const
export type HeldBecause = (typeof HELD_BECAUSE)[number]

export const isHeldBecause = (word: string | null): word is HeldBecause =>
  HELD_BECAUSE.some((because) => because === word)

/** Adopt: what the database says holds from now on. Discard: the database forgets the cluster; nothing is touched. */
export const HELD_DECISIONS = ['adopt', 'discard'] as const
export type HeldDecision = (typeof HELD_DECISIONS)[number]

export type HeldNodes = {
  /** On this machine, and not in the database: nobody would look after them. */
  unknown: readonly number[]
  /** In the database, formatted once, and without a directory: they would be made anew, and empty. */
  missing: readonly number[]
}

export function heldNodes(
  rows: readonly { id: number; formatted: boolean }[],
  seen: Readonly<Record<number, { hasDirectory: boolean }>>,
): HeldNodes {
  const known = new Set(rows.map(({ id }) => id))
  return {
    unknown: Object.keys(seen)
      .map(Number)
      .filter((id) => !known.has(id)),
    missing: rows
      .filter(({ id, formatted }) => formatted && seen[id]?.hasDirectory !== true)
      .map(({ id }) => id),
  }
}
