import { mayChangeZone, wasOn, type Broker, type Partition, type Zone } from './broker'
import { moveReplica, type Layout } from './layout'
import { levelByWays, type Step } from './ways'

/** Replicas that only a chain of brokers can level: seldom, as where a partition lies on most of few brokers. */
export function levelTheRest({ brokers, zones, isBound }: Layout): void {
  if (!isBound) levelAmong(brokers, zones)
  else for (const zone of zones) levelAmong(zone.brokers, [zone])
}

function levelAmong(brokers: readonly Broker[], zones: readonly Zone[]): void {
  levelByWays({
    brokers,
    loadOf: ({ count }) => count,
    stepsFrom(from, unseen) {
      const steps: Step[] = []
      for (const partition of copiedFirst(from)) {
        if (unseen.size === 0) break
        for (const zone of zones) {
          if (!mayChangeZone(partition, from.zone, zone)) continue
          for (const to of zone.brokers) {
            if (!unseen.has(to) || partition.replicas.includes(to)) continue
            unseen.delete(to)
            steps.push({ from, to, take: () => moveReplica(partition, from, to) })
          }
        }
      }
      return steps
    },
  })
}

/** What was not here before is copied in any case, and may as well go on. */
const copiedFirst = (broker: Broker): readonly Partition[] => [
  ...broker.held.filter((partition) => !wasOn(partition, broker)),
  ...broker.held.filter((partition) => wasOn(partition, broker)),
]
