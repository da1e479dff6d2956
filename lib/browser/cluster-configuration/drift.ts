import type {
  ClusterConfiguration,
  EffectiveClusterSetting,
} from '@/lib/contract/console/cluster-configuration'

type Differing = EffectiveClusterSetting['differing'][number]
/** Brokers that run the same other value and have it from the same place. */
export type SameElsewhere = Omit<Differing, 'node'> & { nodes: readonly number[] }

export const driftOf = ({
  settings,
}: Pick<ClusterConfiguration, 'settings'>): readonly EffectiveClusterSetting[] =>
  settings.filter(({ differing }) => differing.length > 0)

export function groupDiffering(differing: readonly Differing[]): readonly SameElsewhere[] {
  const groups = new Map<string, { value: string | null; source: Differing['source']; nodes: number[] }>()
  for (const { node, value, source } of differing) {
    const key = JSON.stringify([source, value])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { value, source, nodes: [node] })
    else group.nodes.push(node)
  }
  return [...groups.values()].map((group) => ({ ...group, nodes: group.nodes.toSorted((a, b) => a - b) }))
}

/** How many brokers differ in anything. */
export const driftedBrokers = (drift: readonly EffectiveClusterSetting[]): number =>
  new Set(drift.flatMap(({ differing }) => differing.map(({ node }) => node))).size

/** What a setting is found by beside its name: each that fits. */
export const SETTING_STANDS = ['differs', 'told'] as const
export type SettingStand = (typeof SETTING_STANDS)[number]
export const standsOf = ({ differing, isTold }: EffectiveClusterSetting): readonly SettingStand[] => [
  ...(differing.length > 0 ? (['differs'] as const) : []),
  ...(isTold ? (['told'] as const) : []),
]

/** What is looked at first: everything that somebody or something chose. Kafka's own defaults are many. */
export const isChosen = (setting: EffectiveClusterSetting): boolean =>
  setting.source !== 'KAFKA_DEFAULT' || setting.isTold || setting.differing.length > 0
