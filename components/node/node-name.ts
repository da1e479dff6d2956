import { useTranslations } from 'use-intl'
import type { NodeRole } from '@/lib/domain/node'

type Named = { nodeId: number; role: NodeRole | null }

/** Broker 2, Controller 10001, ZooKeeper 10001; Node 10001 once its cluster is gone. */
export function useNodeName() {
  const t = useTranslations('node.name')
  return ({ nodeId, role }: Named): string => t(role ?? 'unknown', { id: nodeId })
}

/** The same within a sentence, by id alone: the role is looked up among the nodes one knows. */
export function useNodeInSentence(nodes: readonly Named[]) {
  const t = useTranslations('node.inSentence')
  return (nodeId: number): string => {
    const role = nodes.find((node) => node.nodeId === nodeId)?.role ?? 'unknown'
    return t(role, { id: nodeId })
  }
}
