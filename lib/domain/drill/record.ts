import { z } from 'zod'
import { DRILL_ACKS, DRILL_KINDS, FAULT_KINDS } from './kind'

/** The phases of a drill, in their order. */
export const DRILL_PHASES = [
  /** Mosaik's own client comes to write and read through every broker. */
  'preparing',
  /** All is well, and that is measured for a moment. */
  'steady',
  'injecting',
  /** The fault is there, and the cluster is left to itself. */
  'healing',
  /** Whatever is left of the fault is taken away. */
  'lifting',
  /** Until all replicas are in sync. */
  'settling',
  /** What was acknowledged is looked for. */
  'reading',
  'judged',
] as const
export type DrillPhase = (typeof DRILL_PHASES)[number]

export const DRILL_STATES = ['RUNNING', 'PASSED', 'FAILED', 'REFUSED', 'ENDED', 'INTERRUPTED'] as const
export type DrillState = (typeof DRILL_STATES)[number]

/** Why a drill does not go its whole way. */
export const DRILL_STOPS = [
  'canary',
  'unwell',
  'atRisk',
  'noProcess',
  'notInjected',
  'notDetected',
  'notHealed',
  'notInSync',
  'asked',
  'operation',
  'restart',
] as const
export type DrillStop = (typeof DRILL_STOPS)[number]

/** A fault of one node. It is stored before it is made, so that whoever comes after knows what to lift. */
export const faultSchema = z.object({
  node: z.number().int(),
  is: z.enum(FAULT_KINDS),
  /** The process it is meant for. */
  boot: z.string(),
  pid: z.number().nullable(),
  directoryId: z.string().nullable(),
  /** Partitions it led. */
  led: z.number().nullable(),
  /** Size of the file that fills its volume. */
  bytes: z.number().nullable(),
  notedAt: z.number(),
  /** Whatever becomes of the drill, it is lifted then. */
  untilAt: z.number(),
  injectedAt: z.number().nullable(),
  liftedAt: z.number().nullable(),
})
export type Fault = z.infer<typeof faultSchema>

export const EVIDENCE_KINDS = [
  'processGone',
  'otherProcess',
  'stoppedState',
  'silent',
  'fenced',
  'leadersMoved',
  'isrShrank',
  'quorumMoved',
  'volumeGone',
  'otherDirectory',
  'filler',
  'braked',
  'stoppedFull',
  'brakeLifted',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export const EVIDENCE_SOURCES = [
  'processTable',
  'protocol',
  'quorum',
  'partitions',
  'folder',
  'quota',
] as const
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number]

/** That the fault was there, seen by somebody who did not make it. */
export const evidenceSchema = z.object({
  at: z.number(),
  /** Null: of the whole cluster. */
  node: z.number().int().nullable(),
  is: z.enum(EVIDENCE_KINDS),
  source: z.enum(EVIDENCE_SOURCES),
  before: z.union([z.string(), z.number()]).nullable(),
  after: z.union([z.string(), z.number()]).nullable(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** When something was first seen; null: not so far. */
export const marksSchema = z.object({
  detectedAt: z.number().nullable(),
  elsewhereAt: z.number().nullable(),
  healedAt: z.number().nullable(),
  fullIsrAt: z.number().nullable(),
})
export type DrillMarks = z.infer<typeof marksSchema>
export const NO_MARKS: DrillMarks = { detectedAt: null, elsewhereAt: null, healedAt: null, fullIsrAt: null }

export const boundsSchema = z.object({
  detectMs: z.number(),
  healMs: z.number(),
  fullIsrMs: z.number(),
  gapMs: z.number(),
})
export const drillOptionsSchema = z.object({ acks: z.enum(DRILL_ACKS), healing: z.enum(['on', 'paused']) })

export const phaseTimeSchema = z.object({ phase: z.enum(DRILL_PHASES), at: z.number() })

/** All that is known of a drill but what its client met, which is counted apart. */
export const drillRecordSchema = z.object({
  id: z.string(),
  kind: z.enum(DRILL_KINDS),
  targets: z.array(z.number().int()),
  options: drillOptionsSchema,
  bounds: boundsSchema,
  startedAt: z.number(),
  /** The start of Mosaik that it belongs to: another one lifts its faults and ends it. */
  epoch: z.number(),
  phase: z.enum(DRILL_PHASES),
  phases: z.array(phaseTimeSchema),
  faults: z.array(faultSchema),
  marks: marksSchema,
  evidence: z.array(evidenceSchema),
  stop: z.object({ is: z.enum(DRILL_STOPS), detail: z.string().nullable() }).nullable(),
  state: z.enum(DRILL_STATES),
})
export type DrillRecord = z.infer<typeof drillRecordSchema>

export const isOver = ({ state }: Pick<DrillRecord, 'state'>): boolean => state !== 'RUNNING'

const WRITES: readonly DrillPhase[] = ['preparing', 'steady', 'injecting', 'healing', 'lifting', 'settling']

/** Mosaik's own client writes and reads. What an earlier start of Mosaik wrote nobody can look for. */
export const wantsCanary = ({ phase, stop }: DrillRecord): boolean =>
  WRITES.includes(phase) && stop?.is !== 'restart'

/** Since when the drill is in its phase. */
export const phaseSince = ({ phases, startedAt }: DrillRecord): number => phases.at(-1)?.at ?? startedAt

/** When the last of them was made, at the earliest: it was written down just before. Null: not so far. */
export const madeAt = ({ faults }: Pick<DrillRecord, 'faults'>): number | null =>
  faults.length === 0 ? null : Math.max(...faults.map(({ notedAt }) => notedAt))

/** When all of the faults were seen to be there; null: not so far. */
export function injectedAt({ faults }: Pick<DrillRecord, 'faults'>): number | null {
  if (faults.length === 0 || faults.some((fault) => fault.injectedAt === null)) return null
  return Math.max(...faults.map((fault) => fault.injectedAt ?? 0))
}

/** When the last of them was lifted; null: not so far. */
export function liftedAt({ faults }: Pick<DrillRecord, 'faults'>): number | null {
  if (faults.some((fault) => fault.liftedAt === null)) return null
  return Math.max(0, ...faults.map((fault) => fault.liftedAt ?? 0))
}
