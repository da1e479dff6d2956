import { z } from 'zod'
import type { CanaryReceipt } from '../canary-receipt'
import { healingFrom } from './advance'
import { unproven } from './evidence'
import { injectedAt, liftedAt, madeAt, type DrillRecord, type DrillState, type DrillStop } from './record'

/** What has to hold for a drill to pass. */
export const INVARIANTS = [
  'faultSeen',
  'acknowledged',
  'once',
  'order',
  'available',
  'detected',
  'healed',
  'fullIsr',
  'lifted',
] as const
export type Invariant = (typeof INVARIANTS)[number]

/** Why one is broken, where the numbers do not say it. */
export const BREACHES = ['notMeasured', 'notPromised', 'never', 'late', 'lost', 'failed', 'unproven'] as const

export const findingSchema = z.object({
  invariant: z.enum(INVARIANTS),
  is: z.enum(['kept', 'broken', 'unknown']),
  /** Milliseconds, or a number of records. */
  measured: z.number().nullable(),
  /** What it may be at most. */
  bound: z.number().nullable(),
  why: z.enum(BREACHES).nullable(),
})
export type Finding = z.infer<typeof findingSchema>

export function verdictOf(record: DrillRecord, receipt: CanaryReceipt | null): readonly Finding[] {
  const { marks, bounds } = record
  const from = madeAt(record)
  const healing = from === null ? null : healingFrom(record)
  return [
    seen(record),
    ...recordFindings(record, receipt),
    available(record, receipt),
    within('detected', from, marks.detectedAt, bounds.detectMs),
    within('healed', healing, marks.healedAt, bounds.healMs),
    within('fullIsr', healing, marks.fullIsrAt, bounds.fullIsrMs),
    liftedAt(record) === null ? broken('lifted', 'never') : kept('lifted'),
  ]
}

type Numbers = { measured?: number | null; bound?: number | null }

const kept = (invariant: Invariant, { measured = null, bound = null }: Numbers = {}): Finding => ({
  invariant,
  is: 'kept',
  measured,
  bound,
  why: null,
})
const broken = (invariant: Invariant, why: Finding['why'], numbers: Numbers = {}): Finding => ({
  ...kept(invariant, numbers),
  is: 'broken',
  why,
})
const unknown = (invariant: Invariant, numbers: Numbers = {}): Finding => ({
  ...kept(invariant, numbers),
  is: 'unknown',
  why: 'notMeasured',
})

function seen(record: DrillRecord): Finding {
  if (injectedAt(record) === null) return broken('faultSeen', 'never')
  return unproven(record) === undefined ? kept('faultSeen') : broken('faultSeen', 'unproven')
}

/**
 * With the acknowledgement of the leader alone nobody promises that a record is safe: that it was there this time is
 * luck, and no drill passes by luck. Sent again it may be stored twice.
 */
function recordFindings({ options }: DrillRecord, receipt: CanaryReceipt | null): readonly Finding[] {
  const zero = (invariant: Invariant, measured: number) =>
    measured === 0
      ? kept(invariant, { measured, bound: 0 })
      : broken(invariant, invariant === 'acknowledged' ? 'lost' : 'failed', { measured, bound: 0 })
  if (receipt?.state !== 'measured' || receipt.lost === null)
    return [unknown('acknowledged'), unknown('once'), unknown('order')]
  return [
    options.acks === 'leader'
      ? broken('acknowledged', receipt.lost > 0 ? 'lost' : 'notPromised', {
          measured: receipt.lost,
          bound: 0,
        })
      : zero('acknowledged', receipt.lost),
    zero('once', receipt.duplicated),
    zero('order', receipt.outOfOrder),
  ]
}

function available({ bounds: { gapMs } }: DrillRecord, receipt: CanaryReceipt | null): Finding {
  const measured = receipt?.longestGap?.ms ?? null
  if (receipt?.state !== 'measured' || measured === null) return unknown('available', { bound: gapMs })
  if (receipt.failed > 0) return broken('available', 'failed', { measured, bound: gapMs })
  return measured <= gapMs
    ? kept('available', { measured, bound: gapMs })
    : broken('available', 'late', { measured, bound: gapMs })
}

function within(invariant: Invariant, from: number | null, to: number | null, bound: number): Finding {
  if (from === null || to === null) return broken(invariant, 'never', { bound })
  const measured = Math.max(0, to - from)
  return measured <= bound
    ? kept(invariant, { measured, bound })
    : broken(invariant, 'late', { measured, bound })
}

const REFUSALS: readonly DrillStop[] = ['canary', 'unwell', 'atRisk', 'noProcess']

/** A drill that did not go its whole way is no verdict on the cluster, unless it is the cluster that kept it from that. */
export function stateOf(record: DrillRecord, findings: readonly Finding[]): DrillState {
  const stop = record.stop?.is
  if (stop === 'restart' || stop === 'operation') return 'INTERRUPTED'
  if (stop === 'asked') return 'ENDED'
  if (stop !== undefined && REFUSALS.includes(stop)) return 'REFUSED'
  return findings.every(({ is }) => is === 'kept') ? 'PASSED' : 'FAILED'
}
