import { newEvidence } from './evidence'
import type { DrillFacts, NodeFacts } from './facts'
import { DRILLS } from './kind'
import {
  injectedAt,
  isOver,
  liftedAt,
  madeAt,
  phaseSince,
  type DrillMarks,
  type DrillPhase,
  type DrillRecord,
  type DrillStop,
  type Fault,
} from './record'

/** How long phases last, or may last. */
export const PREPARE_MS = 30_000
export const STEADY_MS = 3_000
export const INJECT_MS = 15_000
/** A volume stays full for so long after producers were slowed, for that to be seen. */
export const FULL_FOR_MS = 8_000
/** Mosaik's own client looks for what was acknowledged. */
export const READ_MS = 20_000
/** Faults are lifted this long after everything should be over, whatever became of the drill. */
export const SPARE_MS = 30_000

/** Of the cluster, at the moment before the faults are made. */
export type Plan =
  { is: 'faults'; faults: readonly Fault[] } | { is: 'stop'; why: DrillStop; detail: string | null }

/**
 * A drill after another look. It remembers when each thing was first seen, and goes on only by what is seen: that we
 * made a fault proves nothing. `planFaults` is asked once, just before they are made.
 */
export function advanceDrill(before: DrillRecord, facts: DrillFacts, planFaults: () => Plan): DrillRecord {
  if (isOver(before)) return before
  const seen = withEvidence(withMarks(withFaults(before, facts), facts), facts)
  return next(seen, facts, planFaults)
}

const withEvidence = (record: DrillRecord, facts: DrillFacts): DrillRecord => {
  const news = newEvidence(record, facts)
  return news.length === 0 ? record : { ...record, evidence: [...record.evidence, ...news] }
}

function withFaults(record: DrillRecord, facts: DrillFacts): DrillRecord {
  const lifts = record.phase === 'lifting'
  const faults = record.faults.map((fault) => {
    const node = facts.nodes[fault.node]
    // It is no node of the cluster any more: its process and its folder went with it.
    if (node === undefined) return { ...fault, liftedAt: fault.liftedAt ?? facts.now }
    const isThere = fault.injectedAt === null && isInjected(fault, node)
    const injected = isThere ? { ...fault, injectedAt: facts.now } : fault
    const isDue = lifts || facts.now >= fault.untilAt
    return injected.liftedAt === null && isLifted(injected, node, isDue)
      ? { ...injected, liftedAt: facts.now }
      : injected
  })
  return faults.some((fault, place) => fault !== record.faults[place]) ? { ...record, faults } : record
}

function isInjected(fault: Fault, { boot, signs }: NodeFacts): boolean {
  switch (fault.is) {
    case 'kill':
      return boot !== fault.boot
    case 'freeze':
      return boot !== fault.boot || signs?.processState === 'T'
    case 'loseVolume':
      return boot !== fault.boot && (signs?.isPutAside === true || signs?.directoryId !== fault.directoryId)
    case 'fillVolume':
      return (signs?.fillerBytes ?? 0) >= (fault.bytes ?? 0)
  }
}

/** What was killed is lifted by being gone; all else by what the host shows. */
function isLifted(fault: Fault, { boot, signs }: NodeFacts, isDue: boolean): boolean {
  switch (fault.is) {
    case 'kill':
      return fault.injectedAt !== null || isDue
    case 'freeze':
      if (boot !== fault.boot) return true
      return isDue && signs !== null && signs.processState !== 'T'
    case 'loseVolume':
      return isDue && signs !== null && !signs.isPutAside
    case 'fillVolume':
      return isDue && signs !== null && signs.fillerBytes === null
  }
}

function withMarks(record: DrillRecord, facts: DrillFacts): DrillRecord {
  if (injectedAt(record) === null) return record
  const { marks } = record
  const at = (was: number | null, isNow: () => boolean) => (was === null && isNow() ? facts.now : was)
  const detectedAt = at(marks.detectedAt, () => isDetected(record, facts))
  const elsewhereAt = at(marks.elsewhereAt, () => isElsewhere(record, facts))
  const healedAt = at(marks.healedAt, () => isHealed(record, facts))
  const fullIsrAt = at(
    marks.fullIsrAt,
    () => healedAt !== null && facts.isWell === true && (facts.partitionsAt ?? 0) >= healedAt,
  )
  const after: DrillMarks = { detectedAt, elsewhereAt, healedAt, fullIsrAt }
  return { ...record, marks: after }
}

const targets = ({ targets: ids }: DrillRecord, facts: DrillFacts): readonly (NodeFacts | undefined)[] =>
  ids.map((id) => facts.nodes[id])

function isDetected(record: DrillRecord, facts: DrillFacts): boolean {
  if (DRILLS[record.kind].fault === 'fillVolume') return facts.isBraked === true
  // A broker that was back before anybody looked was found all the same.
  return targets(record, facts).every((node, place) => {
    const fault = record.faults[place]
    return node?.serving === 'no' || (fault !== undefined && node !== undefined && node.boot !== fault.boot)
  })
}

/** Of brokers the partitions they led, of a controller the quorum. */
function isElsewhere(record: DrillRecord, facts: DrillFacts): boolean {
  const brokers = targets(record, facts).filter((node) => node !== undefined && node.leads !== null)
  if (brokers.length === 0) return facts.leadingVoter !== null && !record.targets.includes(facts.leadingVoter)
  return (
    (facts.partitionsAt ?? 0) > (madeAt(record) ?? Infinity) && brokers.every((node) => node?.leads === 0)
  )
}

function isHealed(record: DrillRecord, facts: DrillFacts): boolean {
  const isFill = DRILLS[record.kind].fault === 'fillVolume'
  if (isFill && (liftedAt(record) === null || facts.isBraked !== false)) return false
  return targets(record, facts).every(
    (node, place) => node?.serving === 'yes' && (isFill || node.boot !== record.faults[place]?.boot),
  )
}

function next(record: DrillRecord, facts: DrillFacts, planFaults: () => Plan): DrillRecord {
  const ways: Ways = {
    go: (phase) => enter(record, phase, facts.now),
    stop: (is, detail = null) =>
      enter({ ...record, stop: record.stop ?? { is, detail } }, 'lifting', facts.now),
  }
  const interruption = record.stop === null ? interruptionOf(record, facts) : null
  if (interruption !== null) return ways.stop(interruption)
  switch (record.phase) {
    case 'preparing':
      return afterPreparing(record, facts, ways)
    case 'steady':
      return afterSteady(record, facts, planFaults, ways)
    case 'injecting':
      if (injectedAt(record) !== null) return ways.go('healing')
      return phaseMs(record, facts) > INJECT_MS ? ways.stop('notInjected') : record
    case 'healing':
      return afterHealing(record, facts, ways)
    case 'lifting':
      if (liftedAt(record) === null) return record
      return ways.go(record.stop === null ? 'settling' : 'reading')
    case 'settling':
      return afterSettling(record, facts, ways)
    case 'reading': {
      const isRead = facts.canary === 'none' || facts.canary === 'finished'
      return isRead || phaseMs(record, facts) > READ_MS ? ways.go('judged') : record
    }
    case 'judged':
      return record
  }
}

/** What earlier records met is gone with the Mosaik that wrote them; all else matters only before they are looked for. */
function interruptionOf({ phase, epoch }: DrillRecord, facts: DrillFacts): DrillStop | null {
  if (phase === 'judged') return null
  if (epoch !== facts.epoch) return 'restart'
  if (phase === 'reading') return null
  if (facts.isDisturbed) return 'operation'
  return facts.isEndAsked ? 'asked' : null
}

const phaseMs = (record: DrillRecord, { now }: DrillFacts): number => now - phaseSince(record)

type Ways = {
  go: (phase: DrillPhase) => DrillRecord
  stop: (is: DrillStop, detail?: string | null) => DrillRecord
}

function afterPreparing(record: DrillRecord, facts: DrillFacts, { go, stop }: Ways): DrillRecord {
  if (facts.canary === 'failed') return stop('canary')
  if (phaseMs(record, facts) > PREPARE_MS) return stop(facts.isWell === true ? 'canary' : 'unwell')
  return isReady(facts) ? go('steady') : record
}

function afterSteady(
  record: DrillRecord,
  facts: DrillFacts,
  planFaults: () => Plan,
  { stop }: Ways,
): DrillRecord {
  if (facts.isWell === false) return stop('unwell')
  if (phaseMs(record, facts) < STEADY_MS || facts.isWell === null) return record
  const plan = planFaults()
  if (plan.is === 'stop') return stop(plan.why, plan.detail)
  return enter({ ...record, faults: [...plan.faults] }, 'injecting', facts.now)
}

const isReady = ({ isWell, canary }: DrillFacts): boolean =>
  isWell === true && (canary === 'running' || canary === 'none')

function afterHealing(record: DrillRecord, { now }: DrillFacts, { go, stop }: Ways): DrillRecord {
  const { marks, bounds, kind } = record
  const sinceMs = now - (madeAt(record) ?? now)
  if (DRILLS[kind].fault === 'fillVolume') {
    if (marks.detectedAt === null) return sinceMs > bounds.detectMs ? stop('notDetected') : record
    return now - marks.detectedAt >= FULL_FOR_MS ? go('lifting') : record
  }
  if (marks.healedAt !== null) return go('lifting')
  return sinceMs > bounds.healMs ? stop('notHealed') : record
}

/** Of a volume that was full, healing begins with the lifting. */
function afterSettling(record: DrillRecord, { now }: DrillFacts, { go }: Ways): DrillRecord {
  const { marks, bounds } = record
  if (marks.fullIsrAt !== null) return go('reading')
  if (now - healingFrom(record) <= bounds.fullIsrMs) return record
  const is: DrillStop = marks.healedAt === null ? 'notHealed' : 'notInSync'
  return enter({ ...record, stop: record.stop ?? { is, detail: null } }, 'reading', now)
}

/** From when the times to heal and to be in sync count. */
export const healingFrom = (record: DrillRecord): number =>
  (DRILLS[record.kind].fault === 'fillVolume' ? liftedAt(record) : madeAt(record)) ?? record.startedAt

const enter = (record: DrillRecord, phase: DrillPhase, at: number): DrillRecord =>
  record.phase === phase ? record : { ...record, phase, phases: [...record.phases, { phase, at }] }
