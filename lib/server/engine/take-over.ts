import type { HeldBecause } from '@/lib/domain/held'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'
import type { Database } from '../db'
import type { Logger } from '../log'

type Parts = { database: Database; runtime: BrokerRuntime; log: Logger }

/**
 * Takes a home over: returns the number of this start, later than any that ever drove a directory of it, so that
 * nothing an older engine still tries is accepted.
 *
 * Before that, disk against database: where the database is the older of the two, every cluster in question is held
 * until a person has decided. Ended in between, the next start finds the same again.
 */
export async function takeOver(parts: Parts): Promise<number> {
  const { database } = parts
  const driven = (await parts.runtime.directories()).map(({ epoch }) => epoch)
  const home = await database.home.findUnique({ where: { id: 1 } })
  if (await isRestoredCopy(database)) await holdAll(parts)
  else await holdNewer(parts, home?.epoch ?? 0)
  const epoch = Math.max(home?.epoch ?? 0, ...driven) + 1
  await database.home.upsert({ where: { id: 1 }, create: { id: 1, epoch }, update: { epoch } })
  await database.$executeRawUnsafe('PRAGMA application_id = 0')
  return epoch
}

/** Also while Mosaik runs: a directory that somebody puts back may be driven by a later start than this one. */
export async function holdNewer({ database, runtime, log }: Parts, epoch: number): Promise<void> {
  const [directories, clusters] = await Promise.all([
    runtime.directories(),
    database.cluster.findMany({ select: { id: true, name: true, heldBecause: true } }),
  ])
  const epochs = new Map(directories.map(({ clusterId, epoch: found }) => [clusterId, found]))
  for (const { id, name, heldBecause } of clusters) {
    const found = epochs.get(id)
    if (heldBecause !== null || found === undefined || found <= epoch) continue
    log.error({ cluster: name, found, epoch }, 'A cluster directory is newer than the database: held')
    await database.cluster.update({ where: { id }, data: { heldBecause: because('newerDirectory') } })
  }
  const known = new Set(clusters.map(({ id }) => id))
  for (const { clusterId, arn } of directories) {
    if (!known.has(clusterId))
      log.warn({ clusterId, arn }, 'A cluster directory is not in the database: left alone')
  }
}

async function holdAll({ database, log }: Parts): Promise<void> {
  log.error('A copy of the database was put back: every cluster is held until a person has decided')
  await database.cluster.updateMany({
    where: { heldBecause: null },
    data: { heldBecause: because('restoredCopy') },
  })
}

const because = (word: HeldBecause): HeldBecause => word

/** `npm run restore` writes it into the header of the file it puts back (`bin/backup/restore.mjs`). */
async function isRestoredCopy(database: Database): Promise<boolean> {
  const rows = await database.$queryRaw<{ application_id: number | bigint }[]>`PRAGMA application_id`
  return rows.some(({ application_id: id }) => Number(id) !== 0)
}
