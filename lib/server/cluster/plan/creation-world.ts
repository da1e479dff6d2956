import { volumeBytesOf } from '@/lib/domain/volume-limit'
import { runningSettings } from '@/lib/domain/configuration/configuration-change'
import { featureLevels } from '@/lib/domain/kafka-features'
import {
  NOTHING_FOREIGN,
  type Desired,
  type ReleaseSeen,
  type Row,
  type World,
} from '@/lib/domain/plan/world'
import type { Draft } from '../create/prepare'

/**
 * The world in which the creation would begin: nodes that nobody has seen yet and an operation that wants them. The
 * planner is asked about it as about any other. Names of specifications are left out: nothing runs to compare with.
 */
export function creationWorld({ specification, nodes }: Draft, release: ReleaseSeen, now: number): World {
  const rows = nodes.map(({ nodeId, role, subnet }): Row => ({
    id: nodeId,
    role,
    zoneId: subnet.zoneId,
    clientEndpoint: null,
    assigned: null,
    formatted: false,
    witness: [],
  }))
  const desired: Desired = {
    generation: 1,
    presence: 'present',
    power: 'on',
    release: specification.release,
    features: featureLevels(specification.release),
    heldProtocol: null,
    nodes: rows.map(({ id, role, zoneId }) => ({ id, role, zoneId, hash: '', kind: '' })),
    settings: runningSettings(specification),
    volumeBytes: volumeBytesOf(specification.volumeSizeGiB),
  }
  const unseen = { unknown: 'the cluster does not exist yet' }
  return {
    now,
    desired,
    rows,
    operation: {
      id: '',
      kind: 'CREATE',
      startedAt: now,
      sourceGeneration: null,
      sourceIsThere: true,
      targetGeneration: 1,
      undoing: false,
      changesSettings: false,
      sourceFeatures: null,
      restarts: false,
      placement: [],
      drains: false,
      throttle: null,
      paused: false,
      cancelAsked: false,
    },
    ledger: [],
    observed: {
      release: { at: now, value: release },
      processes: { at: now, value: {} },
      volumes: unseen,
      kafka: {
        quorum: unseen,
        brokers: unseen,
        partitions: unseen,
        settings: unseen,
        features: unseen,
        throttles: unseen,
        quotas: unseen,
      },
      foreign: NOTHING_FOREIGN,
      canary: null,
    },
    creation: 'pending',
    throttled: false,
    brake: null,
    roomAskedAt: null,
    retryAskedAt: null,
    healingPausedAt: null,
    drill: null,
    evidenceSince: now,
    proven: new Set(),
    bootsAllowed: rows.length,
    specifications: {},
  }
}
