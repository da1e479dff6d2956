import { servesClients } from '@/lib/domain/node'
import type { OperationKind, OperationView } from '@/lib/domain/plan/world'
import { placePartitions } from '@/lib/domain/rebalance/place-partitions'
import type { PlacementWish } from '@/lib/domain/rebalance/placement-wish'
import type { FakeState } from '../state'
import type { Act } from './scenario'
import { withRevision, type Specification } from './specification'
import type { Store } from './store'

export type ChangingAct = Extract<Act, { do: 'update' | 'resize' | 'growVolumes' | 'reboot' | 'place' }>

type Asked = {
  kind: OperationKind
  specification: Specification
  placement?: OperationView['placement']
}

/** What somebody asks of a running cluster; null: it would be refused, or would change nothing. */
export function askedBy(act: ChangingAct, now: Specification, store: Store, state: FakeState): Asked | null {
  switch (act.do) {
    case 'update':
      return { kind: 'UPDATE', specification: withRevision(now, act.revision) }
    case 'resize':
      if (state.partitions.some(({ replicas }) => replicas.length > act.brokers)) return null
      return { kind: 'UPDATE', specification: { ...now, brokers: act.brokers } }
    case 'growVolumes':
      return { kind: 'UPDATE', specification: { ...now, volume: (now.volume ?? 1) * 2 } }
    case 'reboot': {
      if (!store.rows.some(({ id }) => id === act.node)) return null
      const tokens = { ...now.tokens, [act.node]: (now.tokens[act.node] ?? 0) + 1 }
      return { kind: 'REBOOT', specification: { ...now, tokens } }
    }
    case 'place':
      return placed(act.wish, now, store, state)
  }
}

function placed(wish: PlacementWish, now: Specification, store: Store, state: FakeState): Asked | null {
  const brokers = store.nodesOf(now).filter(({ role }) => servesClients(role))
  const partitions = state.partitions.map(({ id, replicas }) => ({ id, replicas, bytes: 1 }))
  const question = { partitions, brokers, leaving: new Set<number>(), volumeBytes: Infinity }
  const proposal = placePartitions(question, wish)
  return 'refusal' in proposal ? null : { kind: 'UPDATE', specification: now, placement: proposal.moves }
}
