import { expect, test } from 'vitest'
import type { OperationSummary } from '@/lib/contract/console/clusters'
import { standingOf } from './standing'

const NOW = Date.parse('2026-11-22T14:32:07Z')
const operation = (kind: OperationSummary['kind']): OperationSummary => ({
  id: 'op-1',
  arn: '',
  clusterId: 'c-1',
  clusterArn: '',
  clusterName: 'orders',
  kind,
  name: kind,
  state: 'IN_PROGRESS',
  startedAt: '2026-11-22T14:32:00Z',
  endedAt: null,
  doneRows: 0,
  totalRows: 6,
  problem: null,
  errorMessage: null,
})
type Seen = Parameters<typeof standingOf>[0]
const seen: Seen = {
  state: 'ACTIVE',
  power: 'on',
  observedAt: '2026-11-22T14:32:06Z',
  operation: null,
  healingPause: null,
  isHeld: false,
}
const healingPause = { since: '2026-11-22T14:30:00Z', until: null }

test.each<[Partial<Seen>, string]>([
  [{}, 'active'],
  [{ power: 'off' }, 'stopped'],
  [{ state: 'UPDATING', power: 'off', operation: operation('STOP') }, 'stopping'],
  [{ state: 'UPDATING', operation: operation('START') }, 'starting'],
  [{ state: 'UPDATING', operation: operation('UPDATE') }, 'updating'],
  [{ state: 'CREATING', observedAt: null }, 'creating'],
  [{ state: 'HEALING' }, 'healing'],
  [{ state: 'HEALING', healingPause }, 'unhealed'],
  [{ healingPause }, 'active'],
  [{ state: 'UPDATING', operation: operation('UPDATE'), healingPause }, 'updating'],
  [{ state: 'MAINTENANCE' }, 'maintenance'],
  [{ state: 'MAINTENANCE', isHeld: true }, 'held'],
  [{ state: 'DELETING', power: 'off' }, 'deleting'],
  [{ state: 'FAILED' }, 'failed'],
  [{ observedAt: '2026-11-22T14:31:51Z' }, 'noData'],
  [{ state: 'FAILED', observedAt: '2026-11-22T14:00:00Z' }, 'noData'],
])('%j stands as %s', (part, expected) => {
  expect(standingOf({ ...seen, ...part }, NOW)).toBe(expected)
})
