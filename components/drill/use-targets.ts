import { useNodeName } from '@/components/node/node-name'
import type { SelectOption } from '@/components/ui/select'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { DrillScope } from '@/lib/domain/drill/kind'
import { servesClients, votes } from '@/lib/domain/node'

/** Whom a drill may hit, as one chooses from them. */
export function useTargets({ nodes, zones }: ClusterDetail, scope: DrillScope): readonly SelectOption[] {
  const nodeName = useNodeName()
  const named = (wanted: (node: (typeof nodes)[number]) => boolean) =>
    nodes.filter(wanted).map((node) => ({
      value: String(node.nodeId),
      label: nodeName(node),
      detail: zones.find(({ zoneId }) => zoneId === node.zoneId)?.zoneName,
    }))
  switch (scope) {
    case 'broker':
      return named(({ role }) => servesClients(role))
    case 'controller':
      return named(({ role }) => votes(role))
    case 'zone':
      return zones.map(({ zoneId, zoneName }) => ({
        value: zoneId,
        label: zoneName,
        detail: nodes
          .filter((node) => node.zoneId === zoneId)
          .map(nodeName)
          .join(', '),
      }))
    case 'leadingController':
      return []
  }
}
