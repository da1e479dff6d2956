import type { FaultOrder, NodeRef, RuntimeMove } from '@/lib/broker-runtime/runtime'
import type { FaultName, Move } from '@/lib/domain/plan/plan'
import type { Engine } from '../engine'
import type { NamedCluster } from '../world'

export type HostMove = Extract<Move, { do: 'start' | 'stop' | 'kill' | 'destroy' | 'inject' | 'lift' }>

/** What a driver does with a node's process or directory. */
export async function makeRuntimeMove(engine: Engine, cluster: NamedCluster, move: HostMove): Promise<void> {
  await engine.runtime.apply(cluster.ref, runtimeMove(engine.epoch, cluster, move))
}

function runtimeMove(epoch: number, cluster: NamedCluster, move: HostMove): RuntimeMove {
  const node = nodeRef(cluster, move.node)
  switch (move.do) {
    case 'start': {
      const { generation } = move.specification
      const named = cluster.names.get(generation)?.get(move.node)
      if (!named) {
        throw new Error(
          `Node ${move.node} cannot start: generation ${generation} of its specification is not stored.`,
        )
      }
      return {
        do: 'start',
        node,
        specification: named.specification,
        assigned: move.specification,
        directory: move.directory,
        epoch,
      }
    }
    case 'stop':
      return { do: 'stop', node, boot: move.boot, epoch }
    case 'kill':
      return { do: 'kill', node, boot: move.boot, epoch }
    case 'destroy':
      return { do: 'destroy', node, epoch }
    case 'inject':
      return { do: 'inject', node, fault: orderOf(move), bytes: move.bytes, epoch }
    case 'lift':
      return { do: 'lift', node, fault: orderOf(move), epoch }
  }
}

const orderOf = ({ drill, fault, boot }: FaultName): FaultOrder => ({ drill, is: fault, boot })

/** A node without a row is only ever destroyed or killed; its role does not matter then. */
const nodeRef = ({ ref, nodes }: NamedCluster, nodeId: number): NodeRef => ({
  cluster: ref,
  nodeId,
  role: nodes.find((node) => node.nodeId === nodeId)?.role ?? 'broker',
})
