import type { Ledger, LedgerEntry } from '@/lib/domain/plan/world'
import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '../../db'
import { WHOLE_CLUSTER, type StoredCluster } from './stored-cluster'

const keyOf = (entry: LedgerEntry): string =>
  `${entry.generation} ${entry.step} ${entry.node ?? WHOLE_CLUSTER}`

/** Statements that turn the stored ledger into this one; none if they are the same. */
export function ledgerStatements(
  database: Database,
  { ref, ledger }: StoredCluster,
  next: Ledger,
): Prisma.PrismaPromise<unknown>[] {
  const before = new Map(ledger.map((entry) => [keyOf(entry), entry]))
  const after = new Map(next.map((entry) => [keyOf(entry), entry]))
  const gone = [...before].filter(([key]) => !after.has(key)).map(([, entry]) => entry)
  const begun = [...after].filter(([key]) => !before.has(key)).map(([, entry]) => entry)
  const changed = [...after]
    .filter(([key, entry]) => before.has(key) && !isSame(before.get(key), entry))
    .map(([, entry]) => entry)
  const where = ({ generation, step, node }: LedgerEntry) => ({
    clusterId: ref.id,
    generation,
    step,
    nodeId: node ?? WHOLE_CLUSTER,
  })
  return [
    ...gone.map((entry) => database.ledgerEntry.deleteMany({ where: where(entry) })),
    ...(begun.length > 0
      ? [
          database.ledgerEntry.createMany({
            data: begun.map((entry) => ({ ...where(entry), ...valuesOf(entry) })),
          }),
        ]
      : []),
    ...changed.map((entry) =>
      database.ledgerEntry.updateMany({ where: where(entry), data: valuesOf(entry) }),
    ),
  ]
}

const valuesOf = (entry: LedgerEntry) => ({
  failedBoots: JSON.stringify(entry.failedBoots),
  firstAt: new Date(entry.firstAt),
  lastAt: new Date(entry.lastAt),
  lastProgressAt: new Date(entry.lastProgressAt),
  progress: entry.progress,
  lastError: entry.lastError,
})

function isSame(before: LedgerEntry | undefined, after: LedgerEntry): boolean {
  return before === after || (before !== undefined && JSON.stringify(before) === JSON.stringify(after))
}
