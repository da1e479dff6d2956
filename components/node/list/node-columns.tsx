import type { Column } from '@/components/table/data-table'
import { NODE_HEALTH } from '@/lib/contract/console/clusters'
import {
  AddressCell,
  ColumnHead,
  HealthCell,
  LeadersCell,
  MemoryCell,
  NameCell,
  ReplicasCell,
  StartsCell,
  UptimeCell,
  VolumeCell,
} from './node-cells'
import type { NodeRow } from './node-row'

const WIDE_ONLY = 'max-desk:hidden'

/** One list for ever: see the clusters' own columns. */
export const NODE_COLUMNS: Column<NodeRow>[] = [
  {
    id: 'name',
    header: () => <ColumnHead name="name" />,
    accessorFn: ({ nodeId }) => nodeId,
    cell: ({ row: { original: node } }) => <NameCell node={node} />,
  },
  {
    id: 'zone',
    header: () => <ColumnHead name="zone" />,
    accessorFn: ({ zoneName }) => zoneName,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original: node } }) => (
      <span className="whitespace-nowrap text-text-2 normal-nums">{node.zoneName}</span>
    ),
  },
  {
    id: 'address',
    header: () => <ColumnHead name="address" />,
    accessorFn: ({ endpoint }) => endpoint,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original: node } }) => <AddressCell node={node} />,
  },
  {
    id: 'health',
    header: () => <ColumnHead name="health" />,
    accessorFn: ({ health }) => NODE_HEALTH.indexOf(health),
    cell: ({ row: { original: node } }) => <HealthCell node={node} />,
  },
  {
    id: 'leaders',
    header: () => <ColumnHead name="leaders" />,
    accessorFn: ({ leaderPartitions }) => leaderPartitions ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original: node } }) => <LeadersCell node={node} />,
  },
  {
    id: 'inSync',
    header: () => <ColumnHead name="inSync" />,
    accessorFn: ({ inSyncReplicas }) => inSyncReplicas ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original: node } }) => <ReplicasCell node={node} />,
  },
  {
    id: 'volume',
    header: () => <ColumnHead name="volume" />,
    accessorFn: ({ volumeUsedBytes }) => volumeUsedBytes ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original: node } }) => <VolumeCell node={node} />,
  },
  {
    id: 'memory',
    header: () => <ColumnHead name="memory" />,
    accessorFn: ({ pssBytes }) => pssBytes ?? -1,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original: node } }) => <MemoryCell node={node} />,
  },
  {
    id: 'uptime',
    header: () => <ColumnHead name="uptime" />,
    // The longest first when the newest is last: what began earlier is up longer.
    accessorFn: ({ startedAt }) => (startedAt === null ? 0 : -Date.parse(startedAt)),
    meta: { align: 'right' },
    cell: ({ row: { original: node } }) => <UptimeCell node={node} />,
  },
  {
    id: 'restarts',
    header: () => <ColumnHead name="restarts" />,
    accessorFn: ({ starts }) => starts,
    meta: { align: 'right', className: WIDE_ONLY },
    cell: ({ row: { original: node } }) => <StartsCell node={node} />,
  },
]
