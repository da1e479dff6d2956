import type { ClusterSummary } from '@/lib/contract/console/clusters'

/**
 * How a cluster stands, as the console words it: MSK's state, told apart where MSK has one word for several things
 * (a stopped cluster is ACTIVE or UPDATING there, one that nobody heals is HEALING, one that waits for a
 * decision is in MAINTENANCE), and "no data" when nobody has looked for 15 s.
 */
export const STANDINGS = [
  'active',
  'creating',
  'updating',
  'healing',
  'unhealed',
  'maintenance',
  'held',
  'rebooting',
  'starting',
  'stopping',
  'stopped',
  'deleting',
  'failed',
  'noData',
] as const
export type Standing = (typeof STANDINGS)[number]

export const NO_DATA_AFTER_MS = 15_000

type Seen = Pick<ClusterSummary, 'state' | 'power' | 'observedAt' | 'operation' | 'healingPause' | 'isHeld'>

export function standingOf(cluster: Seen, nowMs: number): Standing {
  return isOutOfSight(cluster, nowMs) ? 'noData' : lastStanding(cluster)
}

/** The standing at the last look, however long ago that was. */
export function lastStanding({ state, power, operation, healingPause, isHeld }: Seen): Standing {
  switch (state) {
    case 'DELETING':
      return 'deleting'
    case 'FAILED':
      return 'failed'
    case 'CREATING':
      return 'creating'
    case 'MAINTENANCE':
      return isHeld ? 'held' : 'maintenance'
    case 'REBOOTING_BROKER':
      return 'rebooting'
    case 'HEALING':
      return healingPause === null ? 'healing' : 'unhealed'
    case 'UPDATING':
      if (operation?.kind === 'STOP') return 'stopping'
      return operation?.kind === 'START' ? 'starting' : 'updating'
    case 'ACTIVE':
      return power === 'off' ? 'stopped' : 'active'
  }
}

/** A cluster that was never looked at yet (just made) is not out of sight. */
export function isOutOfSight({ observedAt }: Pick<Seen, 'observedAt'>, nowMs: number): boolean {
  return observedAt !== null && nowMs - Date.parse(observedAt) > NO_DATA_AFTER_MS
}
