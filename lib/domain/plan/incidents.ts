import type { Incident, IncidentKind, IncidentSubject } from '../incident'
import { votes } from '../node'
import { FENCED_MS, NO_LEADER_MS, SILENT_BOOT_MS, UNRESPONSIVE_MS } from './deadlines'
import { standsSince } from './ledger'
import { answering, neededRows, procOf, quorumServes, serving, shallRun } from './serving'
import { fencedNodes } from './volumes'
import { isKnown, type Proc, type Row, type World } from './world'

/**
 * What this look adds to the incidents that last: those that begin, and those that are over. An incident keeps the
 * name it began with: a frozen broker that was ended and starts anew is one incident, from the freeze to serving.
 */
export function incidentChanges(lasting: readonly Incident[], world: World): readonly Incident[] {
  if (!shallRun(world) || world.creation !== 'complete')
    return lasting.map((incident) => ended(incident, world))
  const now = seenNow(world)
  const begun = now
    .filter((seen) => !lasting.some((incident) => isOfSame(incident, seen)))
    .map((seen) => ({ ...seen, detectedAt: world.now, endedAt: null }))
  const over = lasting.filter((incident) => isOver(world, incident, now))
  return [...begun, ...over.map((incident) => ended(incident, world))]
}

type Seen = Omit<Incident, 'detectedAt' | 'endedAt'>

const ended = (incident: Incident, { now }: World): Incident => ({ ...incident, endedAt: now })

const isOfSame = (one: IncidentSubject, other: IncidentSubject): boolean =>
  one.nodeId === other.nodeId && one.zoneId === other.zoneId

function isOver(world: World, incident: Incident, now: readonly Seen[]): boolean {
  if (incident.nodeId === null) {
    // What cannot be looked at is not over.
    return isLookedAt(world) && !now.some((seen) => isOfSame(seen, incident))
  }
  const row = neededRows(world).find(({ id }) => id === incident.nodeId)
  return row === undefined || serving(world, row).is === 'yes'
}

const isLookedAt = (world: World): boolean =>
  quorumServes(world) !== null && neededRows(world).every((row) => procOf(world, row.id) !== null)

function seenNow(world: World): readonly Seen[] {
  const rows = neededRows(world)
  const full = fencedNodes(world)
  const ofNodes = rows.flatMap((row) => {
    const seen = full.has(row.id) ? null : troubleOf(world, row)
    return seen === null ? [] : [{ ...seen, nodeId: row.id, zoneId: null }]
  })
  return [...ofNodes, ...zonesDown(rows, ofNodes), ...quorumTrouble(world)]
}

type Trouble = { kind: IncidentKind; reason: string | null }

function troubleOf(world: World, row: Row): Trouble | null {
  const proc = procOf(world, row.id)
  if (proc === null) return null
  if (proc.state === 'absent') return absence(row, proc)
  if (proc.isFrozen) return { kind: 'frozen', reason: null }
  if (proc.state !== 'running') return null
  const stoodMs = world.now - standsSince(world, row)
  if (answering(world, row).is === 'no') {
    return stoodMs >= UNRESPONSIVE_MS ? { kind: 'unresponsive', reason: null } : null
  }
  // A young one may still be reading the metadata log.
  const isYoung = proc.startedAt === null || world.now - proc.startedAt < SILENT_BOOT_MS
  const isAlone = !isYoung && serving(world, row).is === 'no' && quorumServes(world) === true
  return isAlone && stoodMs >= FENCED_MS ? { kind: 'fenced', reason: null } : null
}

/** Ended in order it has no last exit: somebody asked it to, and whoever did starts it again. */
function absence(row: Row, { hasDirectory, lastExit }: Proc): Trouble | null {
  if (row.formatted && !hasDirectory) return { kind: 'volumeLost', reason: lastExit?.reason ?? null }
  if (lastExit === null) return null
  const { reason } = lastExit
  return { kind: DIRECTORY_FAILED.test(reason) ? 'logDirectoryFailed' : 'processGone', reason }
}

/** Kafka's own words for it, and those of the system below it. */
const DIRECTORY_FAILED = /log dirs? .*fail|No space left on device|Read-only file system|Input\/output error/i

function zonesDown(rows: readonly Row[], down: readonly { nodeId: number }[]): readonly Seen[] {
  const struck = new Set(down.map(({ nodeId }) => nodeId))
  const zones = [...new Set(rows.map(({ zoneId }) => zoneId))]
  const ofZone = (zoneId: string): readonly Row[] => rows.filter((row) => row.zoneId === zoneId)
  const isDown = (zoneId: string): boolean => ofZone(zoneId).every(({ id }) => struck.has(id))
  if (zones.length < 2 || zones.every(isDown)) return []
  return zones
    .filter((zoneId) => ofZone(zoneId).length > 1 && isDown(zoneId))
    .map((zoneId) => ({ kind: 'zoneDown', nodeId: null, zoneId, reason: null }))
}

/** One election is no incident. */
function quorumTrouble(world: World): readonly Seen[] {
  const { quorum } = world.observed.kafka
  const isWithout = isKnown(quorum) && quorumServes(world) === false
  const voters = neededRows(world).filter(({ role }) => votes(role))
  const since = Math.min(...voters.map((row) => standsSince(world, row)))
  return isWithout && world.now - since >= NO_LEADER_MS
    ? [{ kind: 'noQuorum', nodeId: null, zoneId: null, reason: null }]
    : []
}
