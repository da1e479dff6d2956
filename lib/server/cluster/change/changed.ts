import type { ClusterSpecification } from '@/lib/domain/cluster'
import type { SettingChange } from '@/lib/domain/configuration/configuration-change'
import type { RebalanceProposal } from '@/lib/domain/rebalance/proposal'
import type { Endpoint } from '@/lib/domain/node'
import type { PlacedNode } from '../create/addresses'

/** What a wish makes of a cluster, or why it cannot be had. */
export type Changed = {
  refusals: readonly { field: string; message: string }[]
  /** The same as before where the wish is refused. */
  specification: ClusterSpecification
  changes?: readonly SettingChange[]
  /** Nodes that come, with their places. */
  added?: readonly PlacedNode[]
  /** Where brokers that are there come to be reached from other machines. */
  opened?: readonly { nodeId: number; external: Endpoint }[]
  /** Partitions that move, and what that comes to. */
  proposal?: RebalanceProposal | null
  /** Brokers that go are emptied, whatever lies on them. */
  drains?: boolean
}
