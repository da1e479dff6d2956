import type { ClusterSpecification } from '@/lib/domain/cluster'
import { FIRST_CONTROLLER_ID, type NodeRole } from '@/lib/domain/node'
import type { SubnetBlock } from './subnets'

export type LaidOutNode = { nodeId: number; role: NodeRole; subnet: SubnetBlock }

/** A majority of three outlives the loss of one; MSK too runs three, whether a cluster has two zones or three. */
const VOTERS = 3

/** Which nodes a cluster has and where: brokers 1..N and three voters, dealt to the zones in turn. */
export function layOut(
  { shape, mode, brokerCount }: Pick<ClusterSpecification, 'shape' | 'mode' | 'brokerCount'>,
  subnets: readonly SubnetBlock[],
): LaidOutNode[] {
  const dealt = (role: NodeRole, firstId: number, count: number): LaidOutNode[] =>
    Array.from({ length: count }, (_, index) => index).flatMap((index) => {
      const subnet = subnets[index % subnets.length]
      return subnet ? [{ nodeId: firstId + index, role, subnet }] : []
    })
  if (shape === 'DEVELOPMENT') return dealt('combined', 1, 1)
  return [
    ...dealt('broker', 1, brokerCount),
    ...dealt(mode === 'KRAFT' ? 'controller' : 'zookeeper', FIRST_CONTROLLER_ID, VOTERS),
  ]
}
