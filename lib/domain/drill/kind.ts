import type { Profile } from '../broker-type'

/** What is done to one node. */
export const FAULT_KINDS = ['kill', 'freeze', 'fillVolume', 'loseVolume'] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** What a drill hits. */
export const DRILL_SCOPES = ['broker', 'zone', 'controller', 'leadingController'] as const
export type DrillScope = (typeof DRILL_SCOPES)[number]

/** The drills, in the order they are offered. */
export const DRILL_KINDS = [
  'killBroker',
  'freezeBroker',
  'killZone',
  'freezeZone',
  'fillVolume',
  'loseVolume',
  'killController',
  'loseControllerLeader',
] as const
export type DrillKind = (typeof DRILL_KINDS)[number]

/** What belongs among them and cannot be done: shown with the reason. */
export const UNBUILT_DRILL_KINDS = ['cutZone', 'slowDisk', 'slowLink'] as const

/** Milliseconds, from the moment the fault is made; of a full volume, healing counts from its lifting. */
export type DrillBounds = {
  /** Until it is known that something is wrong. */
  detectMs: number
  /** Until every node that was hit serves again. */
  healMs: number
  /** Until every replica is in sync again. */
  fullIsrMs: number
  /** Between two acknowledgements of one partition. */
  gapMs: number
}

type Kind = { fault: FaultKind; scope: DrillScope } & DrillBounds

const seconds = (detect: number, heal: number, fullIsr: number, gap: number): DrillBounds => ({
  detectMs: detect * 1_000,
  healMs: heal * 1_000,
  fullIsrMs: fullIsr * 1_000,
  gapMs: gap * 1_000,
})

/**
 * Twice and more of what was measured on two cores: a drill that fails shall mean something. A killed broker serves
 * again after 7 s; one that is suspended is ended after 4 s; a zone boots two nodes at once.
 */
export const DRILLS: Readonly<Record<DrillKind, Kind>> = {
  killBroker: { fault: 'kill', scope: 'broker', ...seconds(5, 30, 40, 10) },
  freezeBroker: { fault: 'freeze', scope: 'broker', ...seconds(12, 35, 45, 15) },
  killZone: { fault: 'kill', scope: 'zone', ...seconds(5, 40, 50, 15) },
  freezeZone: { fault: 'freeze', scope: 'zone', ...seconds(12, 45, 60, 20) },
  fillVolume: { fault: 'fillVolume', scope: 'broker', ...seconds(15, 45, 60, 10) },
  loseVolume: { fault: 'loseVolume', scope: 'broker', ...seconds(5, 45, 60, 10) },
  killController: { fault: 'kill', scope: 'controller', ...seconds(5, 30, 40, 5) },
  loseControllerLeader: { fault: 'kill', scope: 'leadingController', ...seconds(5, 30, 40, 10) },
}

/** Kafka's own session is three times that of a lab, and its code is compiled while it boots. */
const SERVER_LONGER: DrillBounds = seconds(10, 30, 30, 15)
/** A replica that was lost is copied at least this fast. */
const COPIED_BYTES_PER_MS = (20 * 1024 ** 2) / 1_000

export function boundsOf(kind: DrillKind, profile: Profile, usedBytes: number): DrillBounds {
  const { fault, detectMs, healMs, fullIsrMs, gapMs } = DRILLS[kind]
  const longer = profile === 'server' ? SERVER_LONGER : seconds(0, 0, 0, 0)
  const copyMs = fault === 'loseVolume' ? Math.round(usedBytes / COPIED_BYTES_PER_MS) : 0
  return {
    detectMs: detectMs + longer.detectMs,
    healMs: healMs + longer.healMs,
    fullIsrMs: fullIsrMs + longer.fullIsrMs + copyMs,
    gapMs: gapMs + longer.gapMs,
  }
}

export const DRILL_ACKS = ['all', 'leader'] as const
/** Who has to have a record before it counts as written. */
export type DrillAcks = (typeof DRILL_ACKS)[number]
