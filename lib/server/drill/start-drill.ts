import { randomUUID } from 'node:crypto'
import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { FULL_FOR_MS, PREPARE_MS, SPARE_MS, STEADY_MS } from '@/lib/domain/drill/advance'
import { targetsOf } from '@/lib/domain/drill/facts'
import { boundsOf, DRILLS } from '@/lib/domain/drill/kind'
import { mayDrill } from '@/lib/domain/drill/may-drill'
import { NO_MARKS, type DrillRecord } from '@/lib/domain/drill/record'
import { healingPause } from '@/lib/domain/healing'
import { isProtected } from '@/lib/domain/protection'
import { audited } from '../audit'
import { systemClock } from '../clock'
import { changedMeanwhile } from '../cluster/change-desired'
import { roleOf } from '../cluster/place-of'
import { commit, isTaken } from '../db'
import { badRequest, conflict } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, events, wake } from '../process'
import { drilledCluster } from './drilled-cluster'
import { drillRefusalText } from './refusal-text'

type Started = Awaited<ReturnType<typeof drilledCluster>>
type Input = Parameters<Verb<typeof consoleEndpoints.startDrill>>[0]['input']

/** Writes a drill down; the engine takes it from there. Whether the fault may be made is looked at again just before. */
export const startDrill: Verb<typeof consoleEndpoints.startDrill> = async ({ ctx, input }) => {
  const found = await drilledCluster(input.clusterId)
  const { cluster, standing } = found
  const permission = mayDrill(input.kind, standing)
  if (!permission.may) throw conflict(drillRefusalText(permission.why))
  await assertConfirmed(found, input)
  const record = await newRecord(found, input)
  const db = database()
  const pausesUntil = pauseEnd(record, cluster)
  const { id: drillId, kind, targets, options, startedAt } = record
  const statements = [
    db.drill.create({
      data: {
        id: drillId,
        clusterId: cluster.id,
        activeOn: cluster.id,
        kind,
        state: record.state,
        actor: ctx.actor,
        startedAt: new Date(startedAt),
        pausesHealingUntil: pausesUntil,
        record: JSON.stringify(record),
      },
    }),
    db.cluster.update({
      where: {
        id: cluster.id,
        presence: 'present',
        generation: cluster.generation,
        AND: [{ activeOperationId: null }],
      },
      data:
        pausesUntil === null ? {} : { healingPausedAt: new Date(startedAt), healingPausedUntil: pausesUntil },
    }),
    audited(ctx, 'StartDrill', cluster.arn, { drillId, kind, targets, ...options }),
  ]
  const stored = await commit(db, statements).catch((error: unknown) => {
    if (isTaken(error)) throw conflict(drillRefusalText('drill'))
    throw error
  })
  if (!stored) throw changedMeanwhile()
  wake(cluster.id)
  events().publish(`cluster/${cluster.id}`)
  return { drillId }
}

async function assertConfirmed({ cluster }: Started, { confirmName }: Input): Promise<void> {
  const tags = await database().tag.findMany({ where: { resourceArn: cluster.arn } })
  if (!isProtected(Object.fromEntries(tags.map(({ key, value }) => [key, value])))) return
  if (confirmName === cluster.name) return
  throw badRequest(`The cluster is protected. Say its name, ${cluster.name}, to drill it.`, 'confirmName')
}

async function newRecord({ cluster, specification, status }: Started, input: Input): Promise<DrillRecord> {
  const { kind, acks, healing, nodeId = null, zoneId = null } = input
  const nodes = cluster.nodes.map((node) => ({
    nodeId: node.nodeId,
    role: roleOf(node),
    zoneId: node.zoneId,
  }))
  const leader = status.view?.nodes.find(({ isQuorumLeader }) => isQuorumLeader)?.nodeId ?? null
  const targets = targetsOf({ scope: DRILLS[kind].scope, node: nodeId, zoneId }, nodes, leader)
  if (targets.length === 0)
    throw badRequest(missing(DRILLS[kind].scope), zoneId === null ? 'nodeId' : 'zoneId')
  const used = status.view?.nodes.filter(({ nodeId: id }) => targets.includes(id)) ?? []
  const usedBytes = Math.max(0, ...used.map(({ volumeUsedBytes }) => volumeUsedBytes ?? 0))
  const home = await database().home.findUnique({ where: { id: 1 } })
  const startedAt = systemClock.now()
  return {
    id: randomUUID(),
    kind,
    targets: [...targets],
    options: { acks, healing },
    bounds: boundsOf(kind, specification.profile, usedBytes),
    startedAt,
    epoch: home?.epoch ?? 0,
    phase: 'preparing',
    phases: [{ phase: 'preparing', at: startedAt }],
    faults: [],
    marks: NO_MARKS,
    evidence: [],
    stop: null,
    state: 'RUNNING',
  }
}

function missing(scope: (typeof DRILLS)[keyof typeof DRILLS]['scope']): string {
  switch (scope) {
    case 'broker':
      return 'Name a broker of this cluster.'
    case 'controller':
      return 'Name a controller of this cluster.'
    case 'zone':
      return 'Name a zone of this cluster.'
    case 'leadingController':
      return 'It is not known which controller leads.'
  }
}

/** Somebody’s own pause is left as it is. */
function pauseEnd({ options, bounds, startedAt }: DrillRecord, cluster: Started['cluster']): Date | null {
  if (options.healing === 'on' || healingPause(cluster, startedAt) !== null) return null
  const longestMs = PREPARE_MS + STEADY_MS + bounds.detectMs + FULL_FOR_MS + bounds.healMs + bounds.fullIsrMs
  return new Date(startedAt + longestMs + SPARE_MS)
}
