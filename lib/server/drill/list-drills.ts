import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { boundsOf, DRILL_KINDS, DRILLS, UNBUILT_DRILL_KINDS } from '@/lib/domain/drill/kind'
import { mayDrill } from '@/lib/domain/drill/may-drill'
import { isProtected } from '@/lib/domain/protection'
import type { Verb } from '../http/context'
import { database } from '../process'
import { drilledCluster } from './drilled-cluster'
import { drillSummary } from './drill-view'

const LISTED_MAX = 100

/** What may be drilled, and why not; and the reports that are kept. */
export const listDrills: Verb<typeof consoleEndpoints.listDrills> = async ({ input: { clusterId } }) => {
  const { cluster, specification, status, standing } = await drilledCluster(clusterId)
  const db = database()
  const [tags, drills] = await Promise.all([
    db.tag.findMany({ where: { resourceArn: cluster.arn } }),
    db.drill.findMany({ where: { clusterId }, orderBy: { startedAt: 'desc' }, take: LISTED_MAX }),
  ])
  const usedBytes = Math.max(
    0,
    ...(status.view?.nodes ?? []).map(({ volumeUsedBytes }) => volumeUsedBytes ?? 0),
  )
  return {
    isProtected: isProtected(Object.fromEntries(tags.map(({ key, value }) => [key, value]))),
    offered: DRILL_KINDS.map((kind) => {
      const permission = mayDrill(kind, standing)
      return {
        kind,
        scope: DRILLS[kind].scope,
        bounds: boundsOf(kind, specification.profile, usedBytes),
        off: permission.may ? null : permission.why,
      }
    }),
    unbuilt: [...UNBUILT_DRILL_KINDS],
    drills: drills.map(drillSummary),
  }
}
