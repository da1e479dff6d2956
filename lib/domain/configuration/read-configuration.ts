import { distance } from 'fastest-levenshtein'
import { Properties } from 'properties-file/parser'
import { KAFKA_VERSIONS, type KafkaRelease } from '../kafka-version'
import {
  CONFIGURABLE_SETTINGS,
  releasesWith,
  settingDefinition,
  type SettingDefinition,
} from './setting-definition'
import { valueProblem, type ValueProblem } from './setting-value'

/** One thing wrong with the text of a configuration, where it stands. Lines count from 1. */
export type ConfigurationProblem = { line: number; key: string } & (
  | ValueProblem
  /** `\\u` is followed by four hexadecimal digits in Java. */
  | { rule: 'escape' }
  | { rule: 'noValue' }
  | { rule: 'twice'; parameters: { first: number } }
  /** No configuration may have it; `nearest` is what may have been meant. */
  | { rule: 'unknown'; parameters: { nearest: string | null } }
  | { rule: 'notInRelease'; parameters: { release: KafkaRelease } }
)

export type ReadConfiguration = {
  /** By key; of one said twice, the last. */
  properties: Readonly<Record<string, string>>
  /** Where each of them begins. */
  lines: Readonly<Record<string, number>>
  problems: readonly ConfigurationProblem[]
}

const BROKEN_ESCAPE = /(?<!\\)(?:\\\\)*\\u(?![\da-f]{4})/i

/** Further off than this, a key is another word and no slip. */
const SLIP_MAX = 4

/**
 * Reads the text of a configuration, Java properties, against what each of these releases defines. Without releases
 * it is meant for any: then a setting must be right for at least one of those that know it.
 */
export function readConfiguration(text: string, releases: readonly KafkaRelease[]): ReadConfiguration {
  const broken = text.split(/\r\n|\r|\n/).findIndex((line) => BROKEN_ESCAPE.test(line))
  // The parser throws at it, and does not say where.
  if (broken !== -1)
    return { properties: {}, lines: {}, problems: [{ line: broken + 1, key: '', rule: 'escape' }] }
  const lines = new Properties(text).getProperties()
  const firsts = new Map<string, number>()
  const problems = lines.flatMap(({ key, value, startingLineNumber: line }): ConfigurationProblem[] => {
    const first = firsts.get(key)
    if (first !== undefined) return [{ line, key, rule: 'twice', parameters: { first } }]
    firsts.set(key, line)
    const problem = problemOf(key, value, releases)
    return problem === null ? [] : [{ line, key, ...problem }]
  })
  return {
    properties: Object.fromEntries(lines.map(({ key, value }) => [key, value.trim()])),
    lines: Object.fromEntries(lines.map(({ key, startingLineNumber }) => [key, startingLineNumber])),
    problems,
  }
}

type Problem = ConfigurationProblem extends infer Each
  ? Each extends ConfigurationProblem
    ? Omit<Each, 'line' | 'key'>
    : never
  : never

function problemOf(key: string, value: string, releases: readonly KafkaRelease[]): Problem | null {
  if (!CONFIGURABLE_SETTINGS.includes(key))
    return { rule: 'unknown', parameters: { nearest: nearestTo(key) } }
  if (value.trim() === '') return { rule: 'noValue' }
  if (releases.length === 0) {
    const found = definitionsOf(key).map((definition) => valueProblem(definition, value))
    return found.includes(null) ? null : (found[0] ?? null)
  }
  for (const release of releases) {
    const definition = settingDefinition(key, release)
    if (definition === null) return { rule: 'notInRelease', parameters: { release } }
    const problem = valueProblem(definition, value)
    if (problem !== null) return problem
  }
  return null
}

const RELEASES = [...new Set(KAFKA_VERSIONS.map(({ release }) => release))]

const definitionsOf = (key: string): readonly SettingDefinition[] => {
  const known = releasesWith(key)
  return (known.length === 0 ? RELEASES : known).flatMap((release) => settingDefinition(key, release) ?? [])
}

function nearestTo(key: string): string | null {
  // No fewer letters are to be changed than one of them is longer: most names need no closer look.
  const ranked = CONFIGURABLE_SETTINGS.filter(({ length }) => Math.abs(length - key.length) <= SLIP_MAX)
    .map((name) => ({ name, away: distance(key, name) }))
    .toSorted((left, right) => left.away - right.away)
  const [first] = ranked
  return first !== undefined && first.away <= SLIP_MAX ? first.name : null
}
