import { featureLevels } from '@/lib/domain/kafka-features'
import { NOTHING_FOREIGN, type World } from '@/lib/domain/plan/world'
import { systemClock } from '../../clock'
import type { StoredCluster, StoredNode } from '../../engine/stored/stored-cluster'
import type { PlacedNode } from '../create/addresses'
import { buildWorld, nameCluster } from '../../engine/world'
import type { Changed } from './changed'
import type { Looked } from './look-at-cluster'

/** The world in which another specification had just been asked for, for the planner to say what it would do. */
export function changeWorld(
  stored: StoredCluster,
  { specification: target, added, opened, proposal, drains }: Required<Changed>,
  { processes, kafka }: Looked,
): World {
  const now = systemClock.now()
  const generation = stored.row.generation + 1
  const asked = nameCluster({
    ...stored,
    nodes: [...stored.nodes.map(withExternal(opened)), ...added.map(asStored)].toSorted(
      (a, b) => a.nodeId - b.nodeId,
    ),
    row: { ...stored.row, generation },
    specification: target,
    generations: new Map([...stored.generations, [generation, target]]),
    operation: null,
  })
  const world = buildWorld(asked, {
    now,
    observed: {
      release: { at: now, value: { state: 'ready' } },
      processes,
      volumes: { unknown: 'a plan does not depend on it' },
      kafka,
      foreign: NOTHING_FOREIGN,
      canary: null,
    },
    evidenceSince: 0,
    bootsAllowed: stored.nodes.length + added.length,
  })
  return {
    ...world,
    operation: {
      id: '',
      kind: 'UPDATE',
      startedAt: now,
      sourceGeneration: stored.row.generation,
      sourceIsThere: true,
      targetGeneration: generation,
      undoing: false,
      changesSettings: true,
      sourceFeatures:
        stored.specification.release === target.release ? null : featureLevels(stored.specification.release),
      restarts: true,
      placement: proposal?.moves ?? [],
      drains,
      throttle: null,
      paused: false,
      cancelAsked: false,
    },
  }
}

const withExternal =
  (opened: Required<Changed>['opened']) =>
  (node: StoredNode): StoredNode => {
    const external = opened.find(({ nodeId }) => nodeId === node.nodeId)?.external
    return external === undefined ? node : { ...node, place: { ...node.place, external } }
  }

/** A node as it would be stored: nothing is assigned to it yet. */
const asStored = ({ nodeId, role, subnet: { zoneId, subnetId }, place }: PlacedNode): StoredNode => ({
  nodeId,
  role,
  zoneId,
  place,
  witness: [],
  row: {
    nodeId,
    subnetId,
    address: place.address,
    portBase: place.portBase,
    externalPort: place.external?.port ?? null,
    assignedGeneration: null,
    assignedHash: null,
    formatted: false,
  },
})
