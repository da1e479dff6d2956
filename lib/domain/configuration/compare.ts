import type { KafkaRelease } from '../kafka-version'
import { settingDefault, type SettingDefault } from './setting-default'
import { settingDefinition } from './setting-definition'
import { isStepTaken, isTakenRunning } from './taken-running'

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
    if (settingDefinition(key, release) === null) return []
    return [{ release, isDynamic: isTakenRunning(key, release) }]
  })
  const of = (isDynamic: boolean) =>
    known.filter((each) => each.isDynamic === isDynamic).map(({ release }) => release)
  return { atOnce: of(true), byRestart: of(false) }
}

function difference(
  key: string,
  from: string | null,
  to: string | null,
  releases: readonly KafkaRelease[],
): SettingDifference {
  const [unset = null] = releases.flatMap((release) => settingDefault(key, release) ?? [])
  const effect = settingEffect(key, releases)
  const takes = isStepTaken(key, from ?? unset?.value ?? null, to ?? unset?.value ?? null)
  return {
    key,
    from,
    to,
    unset,
    effect: takes ? effect : { atOnce: [], byRestart: [...effect.atOnce, ...effect.byRestart] },
  }
}
