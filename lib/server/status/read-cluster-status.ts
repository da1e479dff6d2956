import { CLUSTER_STATES, type ClusterState } from '@/lib/domain/cluster'
import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '../db'
import { statusViewSchema, type StatusView } from './view'

/** A status nobody renewed for this long is shown as "No data". */
export const STALE_AFTER_MS = 15_000

export type ClusterStatusRead = {
  state: ClusterState
  /** When the brokers were last looked at. Null before the first look. */
  observedAt: Date | null
  isStale: boolean
  /** Null before the first look. */
  view: StatusView | null
}

/** What `clusterStatus` needs of a cluster's row: `database.cluster.findMany({ include: statusInclude })`. */
export const statusInclude = {
  status: true,
  activeOperation: { select: { kind: true } },
} as const satisfies Prisma.ClusterInclude

export type ClusterWithStatus = Prisma.ClusterGetPayload<{ include: typeof statusInclude }>

export async function readClusterStatus(
  database: Database,
  clusterId: string,
  now: number,
): Promise<ClusterStatusRead | null> {
  const cluster = await database.cluster.findUnique({ where: { id: clusterId }, include: statusInclude })
  return cluster ? clusterStatus(cluster, now) : null
}

export function clusterStatus(cluster: ClusterWithStatus, now: number): ClusterStatusRead {
  const { status } = cluster
  const observedAt = status?.observedAt ?? null
  return {
    state: clusterStateOf(cluster.presence, cluster.activeOperation?.kind ?? null, status?.state ?? null),
    observedAt,
    isStale: observedAt === null || now - observedAt.getTime() > STALE_AFTER_MS,
    view: status ? statusViewSchema.parse(JSON.parse(status.view)) : null,
  }
}

/**
 * What a verb just stored counts at once; the rest is the engine's last word. Between a verb's commit and the
 * engine's next look the stored state would be a lie ("ACTIVE" after a delete that was answered with DELETING).
 */
export function clusterStateOf(
  presence: string,
  operationKind: string | null,
  storedState: string | null,
): ClusterState {
  if (presence === 'absent') return 'DELETING'
  const stored = CLUSTER_STATES.find((state) => state === storedState) ?? 'CREATING'
  switch (operationKind) {
    case 'CREATE':
      return 'CREATING'
    case 'REBOOT':
      return 'REBOOTING_BROKER'
    case 'START':
    case 'STOP':
    case 'UPDATE':
      return 'UPDATING'
    case null:
    default:
      return stored
  }
}
