import type { Zone } from '@/lib/domain/cluster'
import { defaultSubnets, subnetBlocks, zoneOf, ZONES_PER_REGION } from '@/lib/domain/network'
import { NoPlaceLeft, refusal, type Refusal } from './refusal'

export type SubnetBlock = Zone & { cidr: string }

type Question = {
  region: string
  requested: readonly string[]
  /** Subnets the region has already. */
  known: readonly SubnetBlock[]
  /** Blocks of all regions: loopback is one network, whatever the regions are called. */
  blocksInUse: ReadonlySet<string>
  network: string
}
export type SubnetAnswer = {
  /** In the order of the request. */
  subnets: readonly SubnetBlock[]
  /** Seen for the first time: stored together with the cluster. */
  adopted: readonly SubnetBlock[]
  refusals: readonly Refusal[]
}

/**
 * Turns subnet ids into zones and blocks of addresses. A region begins with its three default subnets, so that these
 * always have its first blocks; an id never seen before is adopted into the next zone the request does not use yet.
 */
export function placeSubnets({ region, requested, known, blocksInUse, network }: Question): SubnetAnswer {
  const free = freeBlocks(network, blocksInUse)
  const defaults = defaultSubnets(region)
    .filter((subnet) => !known.some(({ subnetId }) => subnetId === subnet.subnetId))
    .map((subnet) => ({ ...subnet, cidr: free() }))
  const existing = [...known, ...defaults]
  const used = existing.filter(({ subnetId }) => requested.includes(subnetId)).map(({ zoneId }) => zoneId)
  const strangers = requested
    .filter((id) => !existing.some(({ subnetId }) => subnetId === id))
    .map((subnetId): SubnetBlock => {
      const zone = nextZone(region, used)
      used.push(zone.zoneId)
      return { subnetId, ...zone, cidr: free() }
    })
  const adopted = [...defaults, ...strangers]
  const subnets = requested.flatMap(
    (id) => [...known, ...adopted].find(({ subnetId }) => subnetId === id) ?? [],
  )
  return { subnets, adopted, refusals: sharedZones(subnets) }
}

function nextZone(region: string, used: readonly string[]): Pick<Zone, 'zoneId' | 'zoneName'> {
  const zones = Array.from({ length: ZONES_PER_REGION }, (_, index) => zoneOf(region, index + 1))
  return zones.find(({ zoneId }) => !used.includes(zoneId)) ?? zoneOf(region, 1)
}

function freeBlocks(network: string, inUse: ReadonlySet<string>): () => string {
  const blocks = subnetBlocks(network)
  return () => {
    for (;;) {
      const { value, done } = blocks.next()
      if (done === true) {
        throw new NoPlaceLeft({
          rule: 'blocksTaken',
          parameters: { network },
          message: `Every block of addresses in ${network} belongs to a subnet already. Use subnets that are there, or give MOSAIK_NETWORK a larger network.`,
        })
      }
      if (!inUse.has(value)) return value
    }
  }
}

function sharedZones(subnets: readonly SubnetBlock[]): Refusal[] {
  const [pair] = subnets.flatMap((subnet, index) =>
    subnets
      .slice(index + 1)
      .flatMap((other) => (other.zoneId === subnet.zoneId ? [[subnet, other] as const] : [])),
  )
  if (!pair) return []
  const [subnet, other] = pair
  return [
    refusal({
      rule: 'subnetsOneZone',
      field: 'brokerNodeGroupInfo',
      parameters: { first: subnet.subnetId, second: other.subnetId, zone: subnet.zoneName },
      message: `Specify either two or three client subnets. Each must be in another Availability Zone, and ${subnet.subnetId} and ${other.subnetId} are both in ${subnet.zoneId}.`,
    }),
  ]
}
