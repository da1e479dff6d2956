import { describe, expect, it } from 'vitest'
import type { CanaryReceipt } from '../canary-receipt'
import type { DrillRecord, DrillStop, Evidence } from './record'
import { stateOf, verdictOf } from './verdict'
import { BEGAN, drill, fault, HIT, measured } from './testing/drills'

const proof = (is: Evidence['is']): Evidence => ({
  at: BEGAN + 100,
  node: HIT,
  is,
  source: 'processTable',
  before: 222,
  after: null,
})

const whole = (change: Partial<DrillRecord> = {}): DrillRecord =>
  drill('judged', {
    faults: [fault({ injectedAt: BEGAN + 100, liftedAt: BEGAN + 100 })],
    marks: {
      detectedAt: BEGAN + 200,
      elsewhereAt: BEGAN + 3_000,
      healedAt: BEGAN + 7_000,
      fullIsrAt: BEGAN + 8_000,
    },
    evidence: [proof('processGone')],
    ...change,
  })
const late = { ...whole().marks, healedAt: BEGAN + 31_000 }

describe('a drill passes only where everything is known and holds', () => {
  it.each<[string, DrillRecord, CanaryReceipt | null, readonly string[]]>([
    ['all of it', whole(), measured(), []],
    ['a record is lost', whole(), measured({ lost: 1 }), ['acknowledged']],
    ['a record is there twice', whole(), measured({ duplicated: 2 }), ['once']],
    ['records are out of order', whole(), measured({ outOfOrder: 1 }), ['order']],
    ['nobody measured', whole(), null, ['acknowledged', 'once', 'order', 'available']],
    [
      'its client could not write',
      whole(),
      measured({ state: 'notMeasured' }),
      ['acknowledged', 'once', 'order', 'available'],
    ],
    ['a gap too long', whole(), measured({ longestGap: { ms: 10_001, at: BEGAN, node: 2 } }), ['available']],
    ['a send was given up', whole(), measured({ failed: 1 }), ['available']],
    ['healed too late', whole({ marks: late }), measured(), ['healed']],
    [
      'never healed',
      whole({ marks: { ...late, healedAt: null, fullIsrAt: null } }),
      measured(),
      ['healed', 'fullIsr'],
    ],
    ['no proof of the fault', whole({ evidence: [] }), measured(), ['faultSeen']],
    ['never made', whole({ faults: [fault({ liftedAt: BEGAN })] }), measured(), ['faultSeen']],
    ['not lifted', whole({ faults: [fault({ injectedAt: BEGAN })] }), measured(), ['lifted']],
    [
      'a freeze that only ended',
      whole({ faults: [fault({ is: 'freeze', injectedAt: BEGAN, liftedAt: BEGAN })] }),
      measured(),
      ['faultSeen'],
    ],
  ])('%s', (_, record, receipt, broken) => {
    const findings = verdictOf(record, receipt)
    expect(findings.flatMap(({ is, invariant }) => (is === 'kept' ? [] : [invariant]))).toEqual(broken)
    expect(stateOf(record, findings)).toBe(broken.length === 0 ? 'PASSED' : 'FAILED')
  })

  it('never with acks=1: that none was lost is luck', () => {
    const record = whole({ options: { acks: 'leader', healing: 'on' } })
    const findings = verdictOf(record, measured())
    expect(findings.find(({ invariant }) => invariant === 'acknowledged')).toMatchObject({
      is: 'broken',
      why: 'notPromised',
      measured: 0,
    })
    expect(stateOf(record, findings)).toBe('FAILED')
    const lost = verdictOf(record, measured({ lost: 3 }))
    expect(lost.find(({ invariant }) => invariant === 'acknowledged')?.why).toBe('lost')
  })
})

it.each<[DrillStop, string]>([
  ['canary', 'REFUSED'],
  ['unwell', 'REFUSED'],
  ['atRisk', 'REFUSED'],
  ['noProcess', 'REFUSED'],
  ['asked', 'ENDED'],
  ['operation', 'INTERRUPTED'],
  ['restart', 'INTERRUPTED'],
  ['notInjected', 'FAILED'],
  ['notHealed', 'FAILED'],
  ['notInSync', 'FAILED'],
  ['notDetected', 'FAILED'],
])('a drill stopped by %s is %s', (is, state) => {
  const record = drill('judged', { stop: { is, detail: null } })
  expect(stateOf(record, verdictOf(record, null))).toBe(state)
})
