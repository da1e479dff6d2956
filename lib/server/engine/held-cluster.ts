import { heldNodes, type HeldBecause } from '@/lib/domain/held'
import { isKnown } from '@/lib/domain/plan/world'
import { PACE_MS } from './pace'
import { problemText } from './shown/problem-text'
import { readModel } from './shown/read-model'
import type { Engine } from './engine'
import type { ClusterMemory } from './memory'
import { HOST_ONLY, look } from './watch'
import { buildWorld, type NamedCluster } from './world'

const DEPTH = { ...HOST_ONLY, kafka: true }

/** Looks at a cluster that waits for a person's decision, shows what was seen, and does nothing. */
export async function showHeld(
  engine: Engine,
  memory: ClusterMemory,
  cluster: NamedCluster,
  because: HeldBecause,
): Promise<number> {
  const { watch } = memory
  const observed = await look(engine, cluster, watch, DEPTH)
  const world = buildWorld(cluster, {
    now: engine.clock.now(),
    observed,
    evidenceSince: watch.evidenceSince,
    bootsAllowed: 0,
  })
  const before = cluster.status
  const shown = readModel({
    world,
    decision: { verdicts: [], findings: [] },
    memory: watch.runtime.memory,
    failure: null,
    before: null,
  })
  const seen = isKnown(observed.processes) ? observed.processes.value : {}
  const why = { is: 'held', because, ...heldNodes(world.rows, seen) } as const
  const { view } = shown
  const text = JSON.stringify({
    ...view,
    health: { ...view.health, waitingFor: why },
    stateMessage: problemText(why),
  })
  if (before?.view !== text || before.state !== 'MAINTENANCE') {
    const values = { state: 'MAINTENANCE', view: text, observedAt: new Date(world.now) }
    await engine.database.clusterStatus.upsert({
      where: { clusterId: cluster.ref.id },
      create: { clusterId: cluster.ref.id, ...values },
      update: values,
    })
    memory.isOutdated = true
    engine.events.publish('clusters')
    engine.events.publish(`cluster/${cluster.ref.id}`)
  }
  memory.seenAt = engine.clock.now()
  return PACE_MS.held
}
