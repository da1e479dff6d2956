import { advanceDrill } from '@/lib/domain/drill/advance'
import { drillFacts, type DrillFacts, type SignsSeen } from '@/lib/domain/drill/facts'
import { planFaults } from '@/lib/domain/drill/plan-faults'
import type { DrillRecord } from '@/lib/domain/drill/record'
import { stateOf, verdictOf } from '@/lib/domain/drill/verdict'
import type { World } from '@/lib/domain/plan/world'
import type { Prisma } from '@/generated/prisma/client'
import type { Engine } from '../engine'
import type { ClusterMemory } from '../memory'
import { commitFor } from '../stored/commit'
import { messageOf } from '../watch'
import type { NamedCluster } from '../world'
import type { StoredDrill } from './stored-drill'

/**
 * Takes a drill one look further and writes it down, before anything is planned: a fault is made only once it is on
 * record, and what is on record is lifted whatever happens in between. Null: outdated.
 */
export async function keepDrill(
  engine: Engine,
  memory: ClusterMemory,
  cluster: NamedCluster,
  world: World,
): Promise<NamedCluster | null> {
  const { drill } = cluster
  if (drill === null) return cluster
  const facts = drillFacts(world, {
    epoch: engine.epoch,
    isEndAsked: drill.isEndAsked,
    canary: canaryOf(engine, memory, drill),
    signs: await signsOf(engine, cluster),
  })
  const after = advanceDrill(drill.record, facts, () => planFaults(drill.record, world, facts))
  if (JSON.stringify(after) === JSON.stringify(drill.record)) return cluster
  const isOver = after.phase === 'judged'
  const statements = isOver ? endStatements(engine, memory, cluster, after) : [update(engine, after)]
  if (!(await commitFor(engine, cluster, statements))) return null
  const current = { ...cluster, drill: isOver ? null : { ...drill, record: after } }
  memory.cluster = current
  if (isOver) {
    memory.drillCanary = null
    memory.isOutdated = true
  }
  engine.events.publish(`drill/${after.id}`)
  if (after.phase !== drill.record.phase) engine.events.publish(`cluster/${cluster.ref.id}`)
  return current
}

async function signsOf({ runtime, log }: Engine, { ref }: NamedCluster): Promise<SignsSeen | null> {
  try {
    return await runtime.faultSigns(ref)
  } catch (error) {
    log.warn({ cluster: ref.name, error: messageOf(error) }, 'The signs of a fault could not be read')
    return null
  }
}

/** What an earlier start of Mosaik wrote nobody can look for. */
function canaryOf(
  { runtime }: Engine,
  { watch, drillCanary }: ClusterMemory,
  { record }: StoredDrill,
): DrillFacts['canary'] {
  if (runtime.observeKafka || record.stop?.is === 'restart') return 'none'
  if (drillCanary?.id === record.id && drillCanary.isFinished) return 'finished'
  return watch.canary?.ownerId === record.id ? watch.canary.seen().state : 'starting'
}

const update = ({ database }: Engine, record: DrillRecord) =>
  database.drill.update({
    where: { id: record.id },
    data: { state: record.state, record: JSON.stringify(record) },
  })

function endStatements(
  { database, clock }: Engine,
  { drillCanary }: ClusterMemory,
  { ref, drill }: NamedCluster,
  record: DrillRecord,
): Prisma.PrismaPromise<unknown>[] {
  const receipt = drillCanary?.id === record.id ? drillCanary.receipt : null
  const verdict = verdictOf(record, receipt)
  const state = stateOf(record, verdict)
  const ownPause = drill?.pausesHealingUntil ?? null
  return [
    database.drill.update({
      where: { id: record.id },
      data: {
        activeOn: null,
        state,
        endedAt: new Date(clock.now()),
        record: JSON.stringify({ ...record, state }),
        verdict: JSON.stringify(verdict),
      },
    }),
    ...(ownPause !== null
      ? [
          // Somebody may just have paused it for longer.
          database.cluster.updateMany({
            where: { id: ref.id, healingPausedUntil: ownPause },
            data: { healingPausedAt: null, healingPausedUntil: null },
          }),
        ]
      : []),
  ]
}
