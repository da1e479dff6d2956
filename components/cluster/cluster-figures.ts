import type { ClusterSummary, NodeView } from '@/lib/contract/console/clusters'
import { servesClients } from '@/lib/domain/node'

type WithNodes = Pick<ClusterSummary, 'nodes'>

export const brokersOf = ({ nodes }: WithNodes): NodeView[] => nodes.filter(({ role }) => servesClients(role))

/** Memory of all processes. Null when no process says, which is not the same as none. */
export function memoryBytes({ nodes }: WithNodes): number | null {
  const known = nodes.flatMap(({ pssBytes }) => (pssBytes === null ? [] : [pssBytes]))
  return known.length === 0 ? null : known.reduce((sum, bytes) => sum + bytes, 0)
}
