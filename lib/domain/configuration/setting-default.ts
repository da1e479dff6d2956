import { KAFKA_RELEASES, type KafkaRelease } from '../kafka-version'
import { mskDefaults } from '../msk-defaults'
import { settingDefinition } from './setting-definition'

export type SettingDefault = {
  /** Null: unset unless somebody sets it. */
  value: string | null
  source: 'msk' | 'kafka'
}

/** MSK's own table assumes it; with two zones some values are lower. */
export const ASSUMED_ZONES = 3

/** What a broker of a release has for a setting that nobody sets; null where the release does not know it. */
export function settingDefault(name: string, release: KafkaRelease): SettingDefault | null {
  const definition = settingDefinition(name, release)
  if (definition === null) return null
  const own = DEFAULTS[KAFKA_RELEASES[release]][name]
  if (own !== undefined) return { value: String(own), source: 'msk' }
  return { value: definition.defaultValue, source: 'kafka' }
}

const defaults = (mode: 'KRAFT' | 'ZOOKEEPER') =>
  mskDefaults({ zones: Array.from({ length: ASSUMED_ZONES }), brokerCount: ASSUMED_ZONES, mode })

const DEFAULTS = { KRAFT: defaults('KRAFT'), ZOOKEEPER: defaults('ZOOKEEPER') }
