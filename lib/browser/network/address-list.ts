import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import type { HeldAddress } from '@/lib/contract/console/network'

/** What a search finds an address by: itself, and who holds it. */
export const addressText = (held: HeldAddress): string => Object.values(held).join(' ')

/** Sorts 127.10.1.9 before 127.10.1.11, and ports within one address. */
export const addressOrder = ({ address, portBase }: HeldAddress): string =>
  [...address.split('.'), String(portBase)].map((part) => part.padStart(5, '0')).join('.')

/** Names as the API has them. */
export const ADDRESSES_CSV: readonly CsvColumn<HeldAddress>[] = [
  { header: 'address', valueOf: ({ address }) => address },
  { header: 'endpoint', valueOf: ({ endpoint }) => endpoint },
  { header: 'externalEndpoint', valueOf: ({ externalEndpoint }) => externalEndpoint },
  { header: 'node', valueOf: ({ nodeId }) => nodeId },
  { header: 'role', valueOf: ({ role }) => role },
  { header: 'cluster', valueOf: ({ clusterName }) => clusterName },
  { header: 'subnet', valueOf: ({ subnetId }) => subnetId },
  { header: 'zoneId', valueOf: ({ zoneId }) => zoneId },
  { header: 'zone', valueOf: ({ zoneName }) => zoneName },
]
