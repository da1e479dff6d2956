import type { Layout } from './level/layout'
import type { BrokerShare, Share, ZoneShare } from './proposal'

/** What each broker holds before and afterwards, those that leave included. */
export const brokerShares = ({ brokers, leaving }: Layout): readonly BrokerShare[] =>
  [...brokers, ...leaving]
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, zoneId, before, share }) => ({ broker: id, zoneId, before, after: share }))

export function zoneShares(brokers: readonly BrokerShare[]): readonly ZoneShare[] {
  const zones = new Map<string, ZoneShare>()
  for (const { zoneId, before, after } of brokers) {
    if (zoneId === null) continue
    const zone = zones.get(zoneId) ?? { zoneId, before: NOTHING, after: NOTHING }
    zones.set(zoneId, { zoneId, before: together(zone.before, before), after: together(zone.after, after) })
  }
  return [...zones.values()].toSorted((a, b) => (a.zoneId < b.zoneId ? -1 : 1))
}

const NOTHING: Share = { replicas: 0, leaders: 0, bytes: 0 }

const together = (one: Share, other: Share): Share => ({
  replicas: one.replicas + other.replicas,
  leaders: one.leaders + other.leaders,
  bytes: one.bytes + other.bytes,
})
