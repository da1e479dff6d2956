import type { NodeId } from './plan/world'

/**
 * What went wrong by itself in a cluster, as it is written down for people to look up: what was seen, when, and how
 * long it took until it was right again. What somebody asked for (a roll, a stop) is none.
 */
export const INCIDENT_KINDS = [
  /** A node's process is gone though nobody asked it to end. */
  'processGone',
  /** … because its log directory failed, a full disk among others. */
  'logDirectoryFailed',
  /** The directory of a node that was formatted is not there. */
  'volumeLost',
  /** A signal suspended the process. */
  'frozen',
  /** The process lives, answers nobody, and does not recover its logs. */
  'unresponsive',
  /** It answers, and the controllers do not let it serve. */
  'fenced',
  /** The controllers have no leader. */
  'noQuorum',
  /** No node of a zone serves, while other zones do. */
  'zoneDown',
] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** Whom it struck: a node, a zone, or neither: then it is the quorum. */
export type IncidentSubject = { nodeId: NodeId | null; zoneId: string | null }

export type Incident = IncidentSubject & {
  kind: IncidentKind
  detectedAt: number
  /** The node's own last words, where it had any. */
  reason: string | null
  /** Null: it lasts. */
  endedAt: number | null
}
