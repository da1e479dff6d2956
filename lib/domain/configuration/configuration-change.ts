import type { ClusterSpecification } from '../cluster'
import { readsSetting, sharedSettings, startConfigurationOf } from '../kafka-properties'
import { isAtLeast } from '../kafka-version'
import { CONFIGURABLE_SETTINGS, settingDefinition } from './setting-definition'
import { canBeTold, isStepTaken, isTakenRunning } from './taken-running'

/**
 * What becomes of a running cluster when another revision is asked for. Kafka takes some settings while it runs; if
 * all that changes is of that kind nothing restarts, and the brokers are told. Else every node that reads a changed
 * setting restarts, and takes all of them from its file.
 */

export type ChangeEffect =
  /** Told to the brokers while they run. */
  | 'running'
  /** In force as each node comes back. */
  | 'restart'
  /** The revision says it otherwise, but it comes to the same. */
  | 'none'

export type SettingChange = {
  name: string
  /** Effective values before and after; null is unset. */
  from: string | null
  to: string | null
  effect: ChangeEffect
  /** Controllers read it too, and restart for it. */
  isReadByControllers: boolean
  /** Holds for the whole cluster at once: it cannot be tried on one broker first. */
  isClusterWide: boolean
}

export type Revision = {
  properties: Readonly<Record<string, string>>
  info: { arn: string; revision: number }
}
/** Null: back to MSK's default configuration. */
export type ConfigurationChange = { changes: readonly SettingChange[]; specification: ClusterSpecification }

export function changeConfiguration(
  source: ClusterSpecification,
  revision: Revision | null,
): ConfigurationChange {
  const configuration = { ...revision?.properties }
  const changes = changedSettings(source, configuration)
  const { startConfiguration: _start, configurationInfo: _info, ...rest } = source
  const restarts = changes.some(({ effect }) => effect === 'restart')
  const start = startConfigurationOf(source)
  return {
    changes: restarts ? changes.map(withRestart) : changes,
    specification: {
      ...rest,
      configuration,
      ...(revision === null ? {} : { configurationInfo: revision.info }),
      ...(restarts || isSame(start, configuration) ? {} : { startConfiguration: { ...start } }),
    },
  }
}

/** Who restarts takes it from the file: nothing need be told. */
export const withRestart = (change: SettingChange): SettingChange =>
  change.effect === 'running' && !change.isClusterWide ? { ...change, effect: 'restart' } : change

function changedSettings(
  source: ClusterSpecification,
  configuration: Readonly<Record<string, string>>,
): readonly SettingChange[] {
  const names = new Set([...Object.keys(source.configuration), ...Object.keys(configuration)])
  const [before, after] = [valuesOf(source, source.configuration), valuesOf(source, configuration)]
  return [...names]
    .filter((name) => source.configuration[name] !== configuration[name])
    .toSorted()
    .map((name) => {
      const [from, to] = [before(name), after(name)]
      return {
        name,
        from,
        to,
        effect: effectOf(name, source.release, from, to),
        isReadByControllers:
          source.shape === 'MSK' && source.mode === 'KRAFT' && readsSetting('controller', name),
        isClusterWide: isClusterWide(source, name),
      }
    })
}

function effectOf(
  name: string,
  release: ClusterSpecification['release'],
  from: string | null,
  to: string | null,
): ChangeEffect {
  if (from === to) return 'none'
  // What is unset cannot be told: it is what a file leaves out.
  return to !== null && isTakenRunning(name, release) && isStepTaken(name, from, to) ? 'running' : 'restart'
}

/** The value a broker comes to have, Kafka's own default included. */
function valuesOf(specification: ClusterSpecification, configuration: Readonly<Record<string, string>>) {
  const shared = sharedSettings(specification, configuration)
  return (name: string): string | null =>
    shared[name] ??
    unsetValue(name, shared) ??
    settingDefinition(name, specification.release)?.defaultValue ??
    null
}

const MINUTE_MS = 60_000n
const HOUR_MS = 60n * MINUTE_MS

/** What unset means, where Kafka then reads another setting (`KafkaConfig.logRetentionTimeMillis` and its like). */
function unsetValue(name: string, shared: Readonly<Record<string, string>>): string | null {
  switch (name) {
    case 'log.retention.ms': {
      const minutes = shared['log.retention.minutes']
      if (minutes !== undefined) return String(BigInt(minutes) * MINUTE_MS)
      return String(BigInt(shared['log.retention.hours'] ?? 168) * HOUR_MS)
    }
    case 'log.roll.ms':
      return String(BigInt(shared['log.roll.hours'] ?? 168) * HOUR_MS)
    case 'log.flush.interval.ms':
      return '9223372036854775807'
    default:
      return null
  }
}

/**
 * With eligible leader replicas, on for clusters that begin with 4.1 or newer, min ISR is a setting of the cluster:
 * it stands in the metadata from the first start, wins over every file, and can be set but not removed (KIP-966).
 */
const isClusterWide = ({ release, mode }: ClusterSpecification, name: string): boolean =>
  name === 'min.insync.replicas' && mode === 'KRAFT' && isAtLeast(release, '4.1.0')

/** By name, the value that shall hold on brokers of this specification. */
export const effectiveValues = (specification: ClusterSpecification) =>
  valuesOf(specification, specification.configuration)

/** What brokers shall have been told while they ran, on top of their files, for all of them alike. */
export type RunningSettings = {
  told: Readonly<Record<string, string>>
  /** Settings that may be told at all: whatever else of these somebody told them is removed by a change. */
  all: readonly string[]
}

export function runningSettings(specification: ClusterSpecification): RunningSettings {
  const all = CONFIGURABLE_SETTINGS.filter((name) => canBeTold(name, specification.release))
  const inFile = valuesOf(specification, startConfigurationOf(specification))
  const wanted = valuesOf(specification, specification.configuration)
  const told = all.flatMap((name) => {
    const value = wanted(name)
    if (value === null) return []
    return isClusterWide(specification, name) || value !== inFile(name) ? [[name, value] as const] : []
  })
  return { told: Object.fromEntries(told), all }
}

const isSame = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean => {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}
