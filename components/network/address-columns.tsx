import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import type { Column } from '@/components/table/data-table'
import { useNodeName } from '@/components/node/node-name'
import { TextLink } from '@/components/ui/text-link'
import { addressOrder } from '@/lib/browser/network/address-list'
import { routes } from '@/lib/browser/routes'
import type { HeldAddress } from '@/lib/contract/console/network'

const WIDE_ONLY = 'max-desk:hidden'

/** One list for ever: see the clusters' own columns. */
export const ADDRESS_COLUMNS: Column<HeldAddress>[] = [
  {
    id: 'address',
    header: () => <Head name="address" />,
    accessorFn: addressOrder,
    cell: ({ row: { original } }) => (
      <span className="mono [overflow-wrap:anywhere]">{original.endpoint}</span>
    ),
  },
  {
    id: 'external',
    header: () => <Head name="external" />,
    accessorFn: ({ externalEndpoint }) => externalEndpoint ?? '',
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => <ExternalCell held={original} />,
  },
  {
    id: 'node',
    header: () => <Head name="node" />,
    accessorFn: ({ nodeId }) => nodeId,
    cell: ({ row: { original } }) => <NodeCell held={original} />,
  },
  {
    id: 'cluster',
    header: () => <Head name="cluster" />,
    accessorFn: ({ clusterName }) => clusterName,
    cell: ({ row: { original } }) => <ClusterCell held={original} />,
  },
  {
    id: 'subnet',
    header: () => <Head name="subnet" />,
    accessorFn: ({ subnetId }) => subnetId,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => <span className="mono text-text-2">{original.subnetId}</span>,
  },
  {
    id: 'zone',
    header: () => <Head name="zone" />,
    accessorFn: ({ zoneName }) => zoneName,
    meta: { className: WIDE_ONLY },
    cell: ({ row: { original } }) => (
      <span className="whitespace-nowrap text-text-2 normal-nums">{original.zoneName}</span>
    ),
  },
]

type ColumnName = 'address' | 'external' | 'node' | 'cluster' | 'subnet' | 'zone'

function Head({ name }: { name: ColumnName }) {
  return useTranslations('network.columns')(name)
}

function ExternalCell({ held: { externalEndpoint } }: { held: HeldAddress }) {
  const t = useTranslations('network')
  if (externalEndpoint === null) return <span className="text-text-3">{t('thisMachine')}</span>
  return <span className="mono">{externalEndpoint}</span>
}

function NodeCell({ held }: { held: HeldAddress }) {
  const name = useNodeName()
  return (
    <NextLink
      href={routes.node(held.clusterId, held.nodeId)}
      data-row-link
      className="-my-[3px] inline-block py-[3px] text-text underline-offset-2 outline-none hover:underline"
    >
      {name(held)}
    </NextLink>
  )
}

function ClusterCell({ held: { clusterId, clusterName } }: { held: HeldAddress }) {
  return (
    <TextLink asChild kind="quiet" className="py-0.5 [overflow-wrap:anywhere]">
      <NextLink href={routes.cluster(clusterId)}>{clusterName}</NextLink>
    </TextLink>
  )
}
