import type { NodeSetting } from '@/lib/contract/console/nodes'
import { NODE_SETTING_SOURCES, type NodeSettingSource } from '@/lib/domain/node-settings'

/** Which settings are shown. `changed`: all that are not Kafka's own default. */
export const SETTING_FILTERS = ['changed', 'all', ...NODE_SETTING_SOURCES] as const
export type SettingFilter = (typeof SETTING_FILTERS)[number]

export const readSettingFilter = (text: string): SettingFilter =>
  SETTING_FILTERS.find((filter) => filter === text) ?? 'changed'

/** Those of a source that have the words, each in name or value, whatever the case. */
export function filterSettings(
  settings: readonly NodeSetting[],
  filter: SettingFilter,
  text: string,
): readonly NodeSetting[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return settings.filter(({ name, value, source }) => {
    const said = `${name} ${value ?? ''}`.toLowerCase()
    return fits(filter, source) && words.every((word) => said.includes(word))
  })
}

export const countOf = (settings: readonly NodeSetting[], filter: SettingFilter): number =>
  settings.filter(({ source }) => fits(filter, source)).length

function fits(filter: SettingFilter, source: NodeSettingSource): boolean {
  if (filter === 'all') return true
  return filter === 'changed' ? source !== 'KAFKA_DEFAULT' : source === filter
}
