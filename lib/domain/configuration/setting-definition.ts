import { isKafkaRelease, type KafkaRelease } from '../kafka-version'
import definitions from './definitions/definitions.json'

/** One broker setting as a Kafka release defines it. */
export type SettingDefinition = {
  name: string
  /** Kafka's own words. */
  doc: string
  type: SettingType
  /** Null: unset unless somebody sets it. */
  defaultValue: string | null
  /** Bounds are within; null where there is none. */
  range: { from: number | null; to: number | null } | null
  /** The only values there are; null where any will do. */
  oneOf: readonly string[] | null
  /** Brokers take a new value while they run. */
  isDynamic: boolean
}

const SETTING_TYPES = ['boolean', 'int', 'long', 'short', 'double', 'string', 'list', 'class'] as const
export type SettingType = (typeof SETTING_TYPES)[number]

type Vendored = {
  releases: readonly string[]
  doc: string
  type: string
  default: string
  valid: string
  mode: string
}

/** Not Kafka's own but its authorizer's, and so not among what a release prints. */
const OF_AUTHORIZER: SettingDefinition = {
  name: 'allow.everyone.if.no.acl.found',
  doc: 'Whether everybody may use what no access rule is about. Set it to false only after rules were added: otherwise nobody is let in.',
  type: 'boolean',
  defaultValue: 'false',
  range: null,
  oneOf: null,
  isDynamic: false,
}

/** MSK is stricter here than Kafka (Amazon MSK Developer Guide, "Custom Amazon MSK configurations"). */
const RANGES_OF_MSK: Readonly<Record<string, SettingDefinition['range']>> = {
  'log.flush.interval.ms': { from: 0, to: null },
  'log.roll.ms': { from: 1, to: null },
  'replica.lag.time.max.ms': { from: 10_000, to: 30_000 },
  'socket.receive.buffer.bytes': { from: -1, to: null },
  'socket.send.buffer.bytes': { from: -1, to: null },
  'zookeeper.session.timeout.ms': { from: 6_000, to: 18_000 },
}

const vendored: Readonly<Record<string, readonly Vendored[]>> = definitions

/** Every setting that a configuration may have (MSK's list), whether or not every release knows it. */
export const CONFIGURABLE_SETTINGS: readonly string[] = Object.keys(vendored)

/** Releases that know the setting, newest first; empty for one no configuration may have. */
export function releasesWith(name: string): readonly KafkaRelease[] {
  return (vendored[name] ?? []).flatMap(({ releases }) => releases.filter(isKafkaRelease))
}

/** What a release says of a setting that a configuration may have; null where it does not know it. */
export function settingDefinition(name: string, release: KafkaRelease): SettingDefinition | null {
  if (name === OF_AUTHORIZER.name) return OF_AUTHORIZER
  const found = vendored[name]?.find(({ releases }) => releases.includes(release))
  if (found === undefined) return null
  const { doc, valid, mode } = found
  return {
    name,
    doc,
    type: SETTING_TYPES.find((type) => type === found.type) ?? 'string',
    defaultValue: found.default === 'null' ? null : found.default,
    range: RANGES_OF_MSK[name] ?? rangeOf(valid),
    oneOf: valuesOf(valid),
    isDynamic: mode !== 'read-only',
  }
}

/** `[1,...]` or `[0,...,1]`. */
function rangeOf(valid: string): SettingDefinition['range'] {
  const [, from, to] = /^\[(-?[\d.]+),\.\.\.(?:,(-?[\d.]+))?\]$/.exec(valid) ?? []
  if (from === undefined) return null
  return { from: Number(from), to: to === undefined ? null : Number(to) }
}

/** `[compact, delete]`. */
function valuesOf(valid: string): readonly string[] | null {
  if (!/^\[[A-Za-z]/.test(valid)) return null
  return valid
    .slice(1, -1)
    .split(',')
    .map((value) => value.trim())
}
