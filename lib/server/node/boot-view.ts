import type { NodeBoot as BootView } from '@/lib/contract/console/nodes'
import type { NodeBoot } from '@/generated/prisma/client'

/** One start of a node, as the console shows it. Pure. */
export const bootView = (row: NodeBoot): BootView => ({
  boot: row.boot,
  startedAt: row.startedAt.toISOString(),
  servingAt: row.servingAt?.toISOString() ?? null,
  served: row.served,
  endedAt: row.endedAt?.toISOString() ?? null,
  end: endOf(row),
  reason: row.reason,
})

function endOf({ endedAt, asked, reason }: NodeBoot): BootView['end'] {
  if (endedAt === null) return null
  if (asked === 'stop') return 'asked'
  if (asked === 'kill') return 'killed'
  return reason === null ? 'unknown' : 'byItself'
}
