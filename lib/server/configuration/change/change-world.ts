import type { ClusterSpecification } from '@/lib/domain/cluster'
import { featureLevels } from '@/lib/domain/kafka-features'
import type { World } from '@/lib/domain/plan/world'
import { systemClock } from '../../clock'
import type { StoredCluster } from '../../engine/stored/stored-cluster'
import { buildWorld, nameCluster } from '../../engine/world'
import type { Looked } from './look-at-cluster'

/** The world in which another specification had just been asked for, for the planner to say what it would do. */
export function changeWorld(
  stored: StoredCluster,
  target: ClusterSpecification,
  { processes, kafka }: Looked,
): World {
  const now = systemClock.now()
  const generation = stored.row.generation + 1
  const asked = nameCluster({
    ...stored,
    row: { ...stored.row, generation },
    specification: target,
    generations: new Map([...stored.generations, [generation, target]]),
    operation: null,
  })
  const world = buildWorld(asked, {
    now,
    observed: { release: { at: now, value: { state: 'ready' } }, processes, kafka, canary: null },
    evidenceSince: 0,
    bootsAllowed: stored.nodes.length,
  })
  return {
    ...world,
    operation: {
      id: '',
      kind: 'UPDATE',
      startedAt: now,
      sourceGeneration: stored.row.generation,
      targetGeneration: generation,
      undoing: false,
      changesSettings: true,
      sourceFeatures:
        stored.specification.release === target.release ? null : featureLevels(stored.specification.release),
      restarts: true,
    },
  }
}
