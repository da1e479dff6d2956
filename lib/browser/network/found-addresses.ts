import type { HeldAddress } from '@/lib/contract/console/network'

/** Every word must be found in the address or in who holds it. */
export function foundAddresses(addresses: readonly HeldAddress[], words: string): HeldAddress[] {
  const wanted = words.toLowerCase().split(/\s+/)
  return addresses.filter((held) => {
    const text = Object.values(held).join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** Sorts 127.10.1.9 before 127.10.1.11, and ports within one address. */
export const addressOrder = ({ address, portBase }: HeldAddress): string =>
  [...address.split('.'), String(portBase)].map((part) => part.padStart(5, '0')).join('.')

export const addressesCsv = (addresses: readonly HeldAddress[]): string[][] => [
  ['address', 'endpoint', 'externalEndpoint', 'node', 'role', 'cluster', 'subnet', 'zoneId', 'zone'],
  ...addresses.map((held) => [
    held.address,
    held.endpoint,
    held.externalEndpoint ?? '',
    String(held.nodeId),
    held.role,
    held.clusterName,
    held.subnetId,
    held.zoneId,
    held.zoneName,
  ]),
]
