import { isAtLeast, KAFKA_RELEASES, type KafkaRelease } from '../kafka-version'
import { settingDefault, type SettingDefault } from './setting-default'
import { settingDefinition, type SettingDefinition } from './setting-definition'

type Properties = Readonly<Record<string, string>>

/** When brokers have a changed value: those that take it while they run, and those that must be restarted for it. */
export type SettingEffect = { atOnce: readonly KafkaRelease[]; byRestart: readonly KafkaRelease[] }

export type SettingDifference = {
  key: string
  /** Null: not set there, so `unset` holds. */
  from: string | null
  to: string | null
  /** What holds where it is not set, in the newest of the releases that know it; null where none does. */
  unset: SettingDefault | null
  effect: SettingEffect
}

/** Settings that one text gives another value than the other does, by name. */
export function compareConfigurations(
  from: Properties,
  to: Properties,
  releases: readonly KafkaRelease[],
): readonly SettingDifference[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .toSorted()
    .filter((key) => from[key] !== to[key])
    .map((key) => difference(key, from[key] ?? null, to[key] ?? null, releases))
}

/** What a text sets, each beside what holds without it; also where both are the same. */
export const compareWithDefault = (properties: Properties, releases: readonly KafkaRelease[]) =>
  compareConfigurations({}, properties, releases)

/** True where the value is the one that held anyway: nothing changes for the brokers. */
export function isSameInEffect({ from, to, unset }: SettingDifference): boolean {
  return unset !== null && (from ?? unset.value) === (to ?? unset.value)
}

export function settingEffect(key: string, releases: readonly KafkaRelease[]): SettingEffect {
  const known = releases.flatMap((release) => {
    const definition = settingDefinition(key, release)
    return definition === null ? [] : [{ release, isDynamic: isTakenRunning(definition, release) }]
  })
  const of = (isDynamic: boolean) =>
    known.filter((each) => each.isDynamic === isDynamic).map(({ release }) => release)
  return { atOnce: of(true), byRestart: of(false) }
}

/** Read at the start only, but `log.retention.ms`, which says the same and wins over them, is taken while running. */
const IN_MILLISECONDS: readonly string[] = ['log.retention.hours', 'log.retention.minutes']

/** What Kafka says of a setting, but for where it does otherwise. */
function isTakenRunning({ name, isDynamic }: SettingDefinition, release: KafkaRelease): boolean {
  if (IN_MILLISECONDS.includes(name)) return true
  // KRaft's controllers look at it while they run since 3.9 only (KAFKA-12670).
  if (name === 'unclean.leader.election.enable' && KAFKA_RELEASES[release] === 'KRAFT')
    return isAtLeast(release, '3.9.0')
  return isDynamic
}

/** Kafka takes a number of threads only from half to double of what there are. */
const THREADS: readonly string[] = [
  'num.io.threads',
  'num.network.threads',
  'num.recovery.threads.per.data.dir',
  'num.replica.fetchers',
]

function isWithinTwice(from: string | null | undefined, to: string | null | undefined): boolean {
  const [before, after] = [Number(from), Number(to)]
  return after >= Math.floor(before / 2) && after <= before * 2
}

function difference(
  key: string,
  from: string | null,
  to: string | null,
  releases: readonly KafkaRelease[],
): SettingDifference {
  const [unset = null] = releases.flatMap((release) => settingDefault(key, release) ?? [])
  const effect = settingEffect(key, releases)
  const takes = !THREADS.includes(key) || isWithinTwice(from ?? unset?.value, to ?? unset?.value)
  return {
    key,
    from,
    to,
    unset,
    effect: takes ? effect : { atOnce: [], byRestart: [...effect.atOnce, ...effect.byRestart] },
  }
}
