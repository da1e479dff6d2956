import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { clusterCan } from '@/lib/domain/cluster'
import { healingPause, pauseFor } from '@/lib/domain/healing'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { commit } from '../db'
import { badRequest, notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, events, wake } from '../process'
import { clusterStatus, statusInclude } from '../status/read-cluster-status'
import { changedMeanwhile } from './change-desired'
import { refuseHeld } from './refuse-held'
import { specificationOf } from './specification-of'
import { pauseView } from './view/cluster-summary'

/**
 * Pauses the healing of a cluster, resumes it, or has what was given up tried again. Not a change of what shall be: no operation and no generation, so
 * that one may pause while an operation is under way, which then does what it has to.
 */
export const changeHealing: Verb<typeof consoleEndpoints.changeHealing> = async ({ ctx, input }) => {
  const { clusterId, healing, forMinutes } = input
  const db = database()
  const cluster = await db.cluster.findUnique({ where: { id: clusterId }, include: statusInclude })
  if (!cluster) throw notFound(`There is no cluster ${clusterId}.`, 'clusterId')
  const { power } = await specificationOf(cluster)
  const now = systemClock.now()
  const { state } = clusterStatus(cluster, now)
  const permission = {
    paused: () => clusterCan.pauseHealing({ state, power }),
    on: () => clusterCan.resumeHealing({ healingPause: healingPause(cluster, now) }),
    retried: () => clusterCan.retryHealing({ state }),
  }[healing]()
  if (!permission.may) throw badRequest(permission.why, 'healing')
  refuseHeld(cluster)
  const pause =
    healing === 'paused'
      ? pauseFor(cluster, forMinutes, now)
      : { healingPausedAt: null, healingPausedUntil: null }
  // Whoever has it tried again wants it healed.
  const data = healing === 'retried' ? { ...pause, retryAskedAt: new Date(now) } : pause
  const stored = await commit(db, [
    db.cluster.update({ where: { id: clusterId, presence: 'present' }, data }),
    healing === 'paused'
      ? audited(ctx, 'PauseHealing', cluster.arn, { forMinutes })
      : audited(ctx, healing === 'on' ? 'ResumeHealing' : 'RetryHealing', cluster.arn),
  ])
  if (!stored) throw changedMeanwhile()
  wake(clusterId)
  events().publish('clusters')
  events().publish(`cluster/${clusterId}`)
  return { healingPause: pauseView(healingPause(pause, now)) }
}
