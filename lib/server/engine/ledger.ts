import type { Ledger, LedgerEntry } from '@/lib/domain/plan/world'
import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '../db'
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
  const changed = [...after]
    .filter(([key, entry]) => !isSame(before.get(key), entry))
    .map(([, entry]) => entry)
  return [
    ...gone.map((entry) =>
      database.ledgerEntry.deleteMany({
        where: { clusterId: ref.id, generation: entry.generation, step: entry.step, nodeId: nodeIdOf(entry) },
      }),
    ),
    ...changed.map((entry) => {
      const key = {
        clusterId: ref.id,
        generation: entry.generation,
        step: entry.step,
        nodeId: nodeIdOf(entry),
      }
      const values = {
        failedBoots: JSON.stringify(entry.failedBoots),
        firstAt: new Date(entry.firstAt),
        lastAt: new Date(entry.lastAt),
        lastProgressAt: new Date(entry.lastProgressAt),
        progress: entry.progress,
        lastError: entry.lastError,
      }
      return database.ledgerEntry.upsert({
        where: { clusterId_generation_step_nodeId: key },
        create: { ...key, ...values },
        update: values,
      })
    }),
  ]
}

const nodeIdOf = (entry: LedgerEntry): number => entry.node ?? WHOLE_CLUSTER

function isSame(before: LedgerEntry | undefined, after: LedgerEntry): boolean {
  return before === after || (before !== undefined && JSON.stringify(before) === JSON.stringify(after))
}
