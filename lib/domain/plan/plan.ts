import type { FaultKind } from '../drill/kind'
import type { Finding } from '../finding'
import type { HeldBecause, HeldNodes } from '../held'
import type { Assigned, NodeId, PartitionId, StepName, World, LedgerEntry } from './world'

/** A move initiates and returns within a second; what takes longer is observed. Every move is idempotent. */
export type Move =
  | { do: 'prepareRelease'; release: string }
  /** Stored, not done: the intent to run this specification, with the partitions that will prove it. */
  | { do: 'assign'; node: NodeId; to: Assigned; witness: readonly PartitionId[] }
  /** A no-op where a process exists. `fresh` formats an empty directory; `existing` refuses one. */
  | { do: 'start'; node: NodeId; specification: Assigned; directory: 'fresh' | 'existing' }
  /** Asked (SIGTERM): leaders move away first. */
  | { do: 'stop'; node: NodeId; boot: string }
  /** Forced (SIGKILL). */
  | { do: 'kill'; node: NodeId; boot: string; why: KillReason }
  | { do: 'unregister'; node: NodeId }
  /** Tells all brokers (`node` null) or takes back what one of them was told. */
  | { do: 'tell'; node: NodeId | null; set: Readonly<Record<string, string>>; remove: readonly string[] }
  /** Raises a feature to the level of the release. There is no way back. */
  | { do: 'finalize'; feature: string; level: number }
  /** Stored, not done: brokers shall speak what their release does, and restart once more. There is no way back. */
  | { do: 'raiseProtocol'; protocol: string }
  /** The first replica of each partition leads it again, where it may; `only` these, or (null) all of these nodes. */
  | { do: 'electPreferred'; nodes: readonly NodeId[]; only: readonly PartitionId[] | null }
  /** Partitions come to lie on these brokers; null calls back a move that is in flight. */
  | { do: 'reassign'; partitions: readonly Reassignment[] }
  /** Copying is held to so many bytes a second on these brokers, of these topics; null: as fast as it goes. */
  | { do: 'throttle'; rate: number | null; nodes: readonly NodeId[]; topics: readonly string[] }
  /** Stored: nothing of a throttle is left. */
  | { do: 'unthrottled' }
  /** Stored: producers are about to be slowed, and what their quota was. */
  | { do: 'noteBrake'; before: number | null; since: number }
  /** The quota of all producers: bytes a second for each client on each broker; null: none. */
  | { do: 'brake'; rate: number | null }
  /** Stored: nothing of the brake is left. */
  | { do: 'unbraked' }
  | { do: 'destroy'; node: NodeId }
  /** A drill's fault, written down before; `bytes` fill a volume. */
  | ({ do: 'inject'; bytes: number | null } & FaultName)
  /** The end of it: nothing where it ended by itself. */
  | ({ do: 'lift' } & FaultName)
  /** Stored: the row goes, and its address is free. */
  | { do: 'forget'; node: NodeId }

export type FaultName = { node: NodeId; drill: string; fault: FaultKind; boot: string }

export type Reassignment = { id: PartitionId; to: readonly NodeId[] | null }

/** Why a process is ended by force. */
export const KILL_REASONS = [
  'silent',
  'frozen',
  'unanswering',
  'unregistered',
  'lateStop',
  'deleted',
] as const
export type KillReason = (typeof KILL_REASONS)[number]

/** What of the world must be seen afresh before anything may be decided. */
export const LOOKED_AT = [
  'processes',
  'answers',
  'quorum',
  'brokers',
  'partitions',
  'settings',
  'features',
  'throttles',
  'quotas',
  'release',
  'specification',
] as const
export type LookedAt = (typeof LOOKED_AT)[number]

/** Why something waits, as data: the console words it in the reader's language. */
export type Waiting =
  | { for: 'release'; release: string; doing: string }
  | { for: 'start'; node: NodeId }
  | { for: 'answer'; node: NodeId }
  | { for: 'registration'; node: NodeId }
  | { for: 'recovery'; node: NodeId; progress: number; logsLeft: number | null }
  | { for: 'quorum'; serving: number; needed: number }
  | { for: 'voter'; node: NodeId; lagMs: number }
  | { for: 'catchUp'; node: NodeId; behind: number; total: number }
  | { for: 'minIsr'; node: NodeId; partition: PartitionId; isr: number; needed: number }
  /** It lost its directory; it may come back empty once fenced and out of every ISR. */
  | { for: 'fencing'; node: NodeId; partitions: number }
  | { for: 'permit'; node: NodeId; blockedBy: NodeId }
  /** A volume that is full, or nearly: to be grown, or to have less to hold. */
  | { for: 'volume'; node: NodeId }
  | { for: 'soak'; node: NodeId; untilAt: number }
  /** A record of Mosaik's own to go through it and come back. Null: through each broker, before anything changes. */
  | { for: 'canary'; node: NodeId | null }
  /** A broker to know what all were told. */
  | { for: 'settings'; node: NodeId; names: readonly string[] }
  /** A node to know a level of a feature: it runs an older release than it should. */
  | { for: 'feature'; node: NodeId; feature: string; level: number }
  /** Partitions that are on their way to other brokers. */
  | { for: 'placement'; partitions: number; partition: PartitionId }
  /** Somebody, who paused it, to go on; so many nodes or partitions are left. */
  | { for: 'resumption'; left: number }
  /** A broker that shall go still holds partitions that only their owner may move. */
  | { for: 'drained'; node: NodeId; partitions: number; partition: PartitionId }
  | { for: 'stop'; node: NodeId }
  | { for: 'turn'; node: NodeId; behind: NodeId }
  | { for: 'boots'; node: NodeId; allowed: number }
  | { for: 'look'; what: LookedAt }

export type Problem =
  | { is: 'releaseFailed'; release: string; why: string }
  | { is: 'nodeFailed'; node: NodeId; boots: number; why: string }
  /** `waiting` null: moves were made again and again, and none took. `lastError` is what the last one met. */
  | {
      is: 'noProgress'
      step: StepName
      waiting: Waiting | null
      forMs: number
      lastError: string | null
    }
  | { is: 'directoryLost'; node: NodeId; partition: PartitionId | null }
  /** It died, and is left as it is until somebody resumes healing, or the pause ends. */
  | { is: 'healingPaused'; node: NodeId; sinceAt: number }
  | { is: 'underReplicated'; partitions: number }
  /** The whole cluster waits for a person; the engine says it, no step does. */
  | ({ is: 'held'; because: HeldBecause } & HeldNodes)
  | { is: 'settingsRefused'; names: readonly string[]; why: string }
  /** Somebody asked for the change to be taken back. */
  | { is: 'cancelled' }
  /** The change was taken back: what runs is what ran before. The problem that turned it is told with the undo. */
  | { is: 'undone' }

export type Verdict =
  | { is: 'done' }
  | { is: 'move'; moves: readonly Move[] }
  | { is: 'wait'; why: Waiting; deadlineMs: number }
  | { is: 'stuck'; why: Problem }

/** The phase of one node in the operation in view, in the words of the console. */
export const ROW_PHASES = [
  'waiting',
  'next',
  'fetching',
  'starting',
  'recovering',
  'joining',
  'catchingUp',
  'stopping',
  'removing',
  'done',
  'failed',
] as const
export type RowPhase = (typeof ROW_PHASES)[number]
export type StepRow = { step: StepName; node: NodeId | null; phase: RowPhase; why: Waiting | Problem | null }

/** One small file each under `steps/`; no clock, no I/O. */
export interface Step {
  readonly name: StepName
  /** Whether the change can be taken back from here: the preview shows the point of no return. */
  readonly undo: 'free' | 'costs' | 'never'
  applies(world: World): boolean
  rows(world: World): readonly StepRow[]
  judge(world: World): Verdict
  /** What it means that this step made no progress for too long, where it means something of its own. */
  late?(world: World): Problem
}

/** Ends an operation, or does not. `undo` stores the source as a new generation and converges there. */
export type Outcome =
  | { is: 'goOn' }
  | { is: 'complete'; warning: Problem | null }
  | { is: 'undo'; why: Problem }
  | { is: 'fail'; why: Problem }

/** All of one tick: moves in order, the ledger after it, what each step says, and how the operation stands. */
export type Decision = {
  moves: readonly Move[]
  /** Moves of guards, which no step waits for and which wait for none. Made after the others. */
  guarded: readonly Move[]
  ledger: readonly LedgerEntry[]
  verdicts: readonly { step: StepName; verdict: Verdict }[]
  rows: readonly StepRow[]
  outcome: Outcome
  /** Specifications proven by this look and not stored yet, `${role}:${kind}`. Stored with the ledger. */
  proven: readonly string[]
  /** Nodes seen with a formatted directory whose row does not say so yet. Stored with the ledger. */
  formatted: readonly NodeId[]
  /** Costly sections somebody asks for now; the engine may look at them seldom while nobody does. */
  wants: {
    partitions: boolean
    settings: boolean
    features: boolean
    throttles: boolean
    quotas: boolean
    canary: boolean
  }
  /** It shall be absent, and nothing of it is left: its record may go, also when its operation ended before. */
  gone: boolean
  findings: readonly Finding[]
}
