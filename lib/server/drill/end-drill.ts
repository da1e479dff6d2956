import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { commit } from '../db'
import { conflict } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, events, wake } from '../process'
import { findDrill } from './find-drill'

/** Its faults are lifted with the next look, and it ends without a verdict. Asked for again it changes nothing. */
export const endDrill: Verb<typeof consoleEndpoints.endDrill> = async ({ ctx, input }) => {
  const { id, cluster, endAskedAt } = await findDrill(input)
  const db = database()
  const stored = await commit(db, [
    db.drill.update({
      where: { id, activeOn: cluster.id },
      data: { endAskedAt: endAskedAt ?? new Date(systemClock.now()) },
    }),
    audited(ctx, 'EndDrill', cluster.arn, { drillId: id }),
  ])
  if (!stored) throw conflict('The drill is over.')
  wake(cluster.id)
  events().publish(`drill/${id}`)
  return {}
}
