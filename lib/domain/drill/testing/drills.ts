import { newReceipt, type CanaryReceipt } from '../../canary-receipt'
import type { DrillFacts, NodeFacts } from '../facts'
import { boundsOf } from '../kind'
import { NO_MARKS, type DrillPhase, type DrillRecord, type Fault } from '../record'

/** Drills for tables: of broker 2 in a cluster of three, changed where a case differs. */

export const BEGAN = 1_000_000
export const HIT = 2

export const fault = (change: Partial<Fault> = {}): Fault => ({
  node: HIT,
  is: 'kill',
  boot: 'boot-2',
  pid: 222,
  directoryId: 'folder-2',
  led: 4,
  bytes: null,
  notedAt: BEGAN,
  untilAt: BEGAN + 600_000,
  injectedAt: null,
  liftedAt: null,
  ...change,
})

export const drill = (phase: DrillPhase, change: Partial<DrillRecord> = {}): DrillRecord => {
  const kind = change.kind ?? 'killBroker'
  return {
    id: 'drill-1',
    kind,
    targets: [HIT],
    options: { acks: 'all', healing: 'on' },
    bounds: boundsOf(kind, 'lab', 0),
    startedAt: BEGAN,
    epoch: 7,
    phase,
    phases: [{ phase, at: BEGAN }],
    faults: [],
    marks: NO_MARKS,
    evidence: [],
    stop: null,
    state: 'RUNNING',
    ...change,
  }
}

export const node = (id: number, change: Partial<NodeFacts> = {}): NodeFacts => ({
  boot: `boot-${id}`,
  serving: 'yes',
  answers: true,
  fenced: false,
  leads: 4,
  isStoppedFull: false,
  signs: {
    pid: id * 111,
    processState: 'S',
    directoryId: `folder-${id}`,
    fillerBytes: null,
    isPutAside: false,
  },
  ...change,
})

export const gone = (change: Partial<NodeFacts> = {}): NodeFacts => ({
  ...node(HIT, { boot: null, serving: 'no', answers: null, fenced: true, leads: 0 }),
  signs: { pid: null, processState: null, directoryId: 'folder-2', fillerBytes: null, isPutAside: false },
  ...change,
})

/** What a look found so long after the drill came to its phase. */
export const facts = (
  afterMs: number,
  hit: NodeFacts = node(HIT),
  change: Partial<DrillFacts> = {},
): DrillFacts => ({
  now: BEGAN + afterMs,
  epoch: 7,
  isDisturbed: false,
  isEndAsked: false,
  isWell: hit.serving === 'yes',
  underReplicated: hit.serving === 'yes' ? 0 : 4,
  partitionsAt: BEGAN + afterMs,
  leadingVoter: 10_001,
  isBraked: false,
  canary: 'running',
  nodes: { 1: node(1), [HIT]: hit, 3: node(3) },
  ...change,
})

export const measured = (change: Partial<CanaryReceipt> = {}): CanaryReceipt => ({
  ...newReceipt(BEGAN),
  state: 'measured',
  endedAt: BEGAN + 20_000,
  acknowledged: 500,
  readBack: 500,
  lost: 0,
  longestGap: { ms: 3_200, at: BEGAN, node: HIT },
  ...change,
})
