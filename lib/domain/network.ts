import type { Zone } from './cluster'

/**
 * Zones and their loopback blocks. A region has three zones, as `us-east-1a` with the id `use1-az1`; a subnet is one
 * /24 of the network. The first three blocks are the default subnets; a subnet id never seen before is adopted into
 * the next zone and takes the next free block, so that scripts written for AWS run unchanged.
 */
export const ZONES_PER_REGION = 3
export const DEFAULT_REGION = 'us-east-1'
export const DEFAULT_NETWORK = '127.10.0.0/16'

/** Host numbers within a subnet's block: low ones stay free for people. */
export const FIRST_HOST = 11
export const LAST_HOST = 254

const REGION_PATTERN = /^([a-z]{2})(?:-([a-z]+))?-([a-z]+)-(\d)$/

export const isRegion = (region: string): boolean => REGION_PATTERN.test(region)

/** AWS's short region code in zone ids: `us-east-1` is `use1`, `ap-northeast-1` is `apne1`. */
export function regionCode(region: string): string {
  const [, area = 'us', partition, direction = 'east', number = '1'] = REGION_PATTERN.exec(region) ?? []
  const short = direction.replace(/north|south|east|west|central/g, (word) => word.slice(0, 1))
  return `${area}${partition ? partition.slice(0, 1) : ''}${short}${number}`
}

/** Zone 1..3 of a region. */
export function zoneOf(region: string, index: number): { zoneId: string; zoneName: string } {
  const letter = 'abc'.charAt(index - 1)
  return { zoneId: `${regionCode(region)}-az${index}`, zoneName: `${region}${letter}` }
}

/** The three subnets every region starts with: `subnet-1a`, `subnet-1b`, `subnet-1c`. */
export function defaultSubnets(region: string): readonly Zone[] {
  return Array.from({ length: ZONES_PER_REGION }, (_, offset) => {
    const zone = zoneOf(region, offset + 1)
    return { subnetId: `subnet-${region.slice(-1)}${zone.zoneName.slice(-1)}`, ...zone }
  })
}

/** The /24 blocks of a network such as `127.10.0.0/16`, from the first usable one: 127.10.1.0/24, 127.10.2.0/24, … */
export function* subnetBlocks(network: string): Generator<string> {
  const { first, second, lastSecond } = parseNetwork(network)
  for (let b = second; b <= lastSecond; b++) {
    for (let c = 1; c <= 254; c++) yield `${first}.${b}.${c}.0/24`
  }
}

/** Addresses a node may take in a block, in order. */
export function* hostsOf(cidr: string): Generator<string> {
  const prefix = cidr.split('.').slice(0, 3).join('.')
  for (let host = FIRST_HOST; host <= LAST_HOST; host++) yield `${prefix}.${host}`
}

/** Accepts loopback networks of /8 to /16 on an octet boundary or a power of two of the second octet. */
export function parseNetwork(network: string): { first: number; second: number; lastSecond: number } {
  const match = /^127\.(\d{1,3})\.0\.0\/(\d{1,2})$/.exec(network)
  const [second, bits] = [Number(match?.[1] ?? -1), Number(match?.[2] ?? -1)]
  const size = 2 ** (16 - bits)
  if (!match || second > 255 || bits < 8 || bits > 16 || second % size !== 0) {
    throw new RangeError(
      `${network} is not a loopback network like ${DEFAULT_NETWORK} (a /8 to /16 within 127.0.0.0/8).`,
    )
  }
  return { first: 127, second, lastSecond: second + size - 1 }
}
