import type { Stranger } from '@/lib/contract/console/cluster-configuration'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { effectiveValues, runningSettings } from '@/lib/domain/configuration/configuration-change'
import { isKnown, type KafkaObservation } from '@/lib/domain/plan/world'

/** What brokers were told while they ran that this specification does not say. Null: not known. */
export function strangersTo(
  specification: ClusterSpecification,
  seen: KafkaObservation['settings'],
): Stranger[] | null {
  if (!isKnown(seen) || Object.keys(seen.value.cluster).length === 0) return null
  const { told, all } = runningSettings(specification)
  const wanted = effectiveValues(specification)
  const views = Object.values(seen.value.cluster)
  const forAll = all.flatMap((name) => {
    const value = views.find((view) => view[name] !== undefined)?.[name]
    return value === undefined || value === told[name]
      ? []
      : [{ name, node: null, value, wanted: wanted(name) }]
  })
  const own = Object.entries(seen.value.own).flatMap(([node, view]) =>
    all.flatMap((name) => {
      const value = view[name]
      return value === undefined ? [] : [{ name, node: Number(node), value, wanted: wanted(name) }]
    }),
  )
  return [...forAll, ...own]
}
