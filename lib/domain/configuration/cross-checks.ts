import type { KafkaRelease } from '../kafka-version'
import type { ReadConfiguration } from './read-configuration'
import { settingDefault } from './setting-default'

/**
 * What is allowed and bites all the same: settings that are each right and together are not what one wants. Only what
 * follows from how Kafka works. A pair is judged when at least one of it is set; the other is then MSK's default for
 * three zones.
 */
export type ConfigurationWarning = { line: number; key: string } & (
  | { rule: 'minIsrAboveCopies'; parameters: { minIsr: number; copies: number } }
  | { rule: 'minIsrEqualsCopies'; parameters: { copies: number } }
  | { rule: 'oneCopy' }
  | { rule: 'autoCreateOneCopy' }
  | { rule: 'uncleanElection' }
  | { rule: 'replicatesSlowly'; parameters: { limit: string; bytes: number } }
  | { rule: 'requestTooSmall'; parameters: { bytes: number } }
  | { rule: 'segmentAboveRetention'; parameters: { segmentBytes: number; retentionBytes: number } }
  | { rule: 'rollAboveRetention'; parameters: { rollMs: number; retentionMs: number } }
  | { rule: 'retentionOverruled'; parameters: { by: string } }
  | { rule: 'keptForEver' }
  | { rule: 'compactNeedsKeys' }
  | { rule: 'offsetsOneCopy' }
  | { rule: 'transactionsOneCopy' }
  | { rule: 'transactionsMinIsrAboveCopies'; parameters: { minIsr: number; copies: number } }
  | { rule: 'transactionsMinIsrEqualsCopies'; parameters: { copies: number } }
  | { rule: 'sessionTimeouts'; parameters: { from: number; to: number } }
)
type Rule = ConfigurationWarning extends infer Each
  ? Each extends ConfigurationWarning
    ? Omit<Each, 'line' | 'key'>
    : never
  : never

/** Kafka compares the size of a fetch with that of the whole entry, which has so many bytes on top of its message. */
const ENTRY_HEAD_BYTES = 12
const HOUR_MS = 3_600_000
/** Of `log.roll.hours`, which no configuration may set. */
const ROLL_DEFAULT_MS = 168 * HOUR_MS

/** All of them, in the order of their lines. */
export function crossChecks(read: ReadConfiguration, release: KafkaRelease): readonly ConfigurationWarning[] {
  const text = textOf(read, release)
  return CHECKS.flatMap((check) => check(text)).toSorted((left, right) => left.line - right.line)
}

type Text = ReturnType<typeof textOf>

function textOf({ properties, lines, problems }: ReadConfiguration, release: KafkaRelease) {
  const wrong = new Set(problems.map(({ key }) => key))
  const isSet = (key: string): boolean => lines[key] !== undefined && !wrong.has(key)
  // Of one that is wrong nothing follows; its own problem is told.
  const value = (key: string): string | null =>
    wrong.has(key) ? null : (properties[key] ?? settingDefault(key, release)?.value ?? null)
  return {
    isSet,
    value,
    number: (key: string): number => Number(value(key) ?? Number.NaN),
    isTrue: (key: string): boolean => value(key)?.toLowerCase() === 'true',
    /** Tells it at the last line of those keys that are set; nothing where none is: defaults are not one's own doing. */
    warn: (keys: readonly string[], rule: Rule): ConfigurationWarning[] => {
      const [key] = keys.filter(isSet).toSorted((left, right) => (lines[right] ?? 0) - (lines[left] ?? 0))
      const line = key === undefined ? undefined : lines[key]
      return key === undefined || line === undefined ? [] : [{ line, key, ...rule }]
    },
  }
}

const CHECKS: readonly ((text: Text) => ConfigurationWarning[])[] = [
  copies,
  unclean,
  messageSize,
  segments,
  retention,
  compaction,
  internalTopics,
  sessions,
]

function copies({ number, isTrue, isSet, warn }: Text): ConfigurationWarning[] {
  const [minIsrKey, copiesKey] = ['min.insync.replicas', 'default.replication.factor']
  const [minIsr, count] = [number(minIsrKey), number(copiesKey)]
  const pair = [minIsrKey, copiesKey]
  return [
    ...(minIsr > count
      ? warn(pair, { rule: 'minIsrAboveCopies', parameters: { minIsr, copies: count } })
      : minIsr === count && count > 1
        ? warn(pair, { rule: 'minIsrEqualsCopies', parameters: { copies: count } })
        : []),
    ...(isSet(copiesKey) && count === 1
      ? isTrue('auto.create.topics.enable')
        ? warn(['auto.create.topics.enable', copiesKey], { rule: 'autoCreateOneCopy' })
        : warn([copiesKey], { rule: 'oneCopy' })
      : []),
  ]
}

function unclean({ isTrue, warn }: Text): ConfigurationWarning[] {
  const key = 'unclean.leader.election.enable'
  return isTrue(key) ? warn([key], { rule: 'uncleanElection' }) : []
}

function messageSize({ number, warn }: Text): ConfigurationWarning[] {
  const key = 'message.max.bytes'
  const bytes = number(key)
  const slow = ['replica.fetch.max.bytes', 'replica.fetch.response.max.bytes'].flatMap((limit) =>
    bytes - ENTRY_HEAD_BYTES > number(limit)
      ? warn([key, limit], { rule: 'replicatesSlowly', parameters: { limit, bytes: number(limit) } })
      : [],
  )
  const request = 'socket.request.max.bytes'
  return bytes > number(request)
    ? [...slow, ...warn([key, request], { rule: 'requestTooSmall', parameters: { bytes: number(request) } })]
    : slow
}

function segments({ number, warn }: Text): ConfigurationWarning[] {
  const [segmentKey, bytesKey, rollKey] = ['log.segment.bytes', 'log.retention.bytes', 'log.roll.ms']
  const [segmentBytes, retentionBytes] = [number(segmentKey), number(bytesKey)]
  const { retentionMs } = retentionOf(number)
  const rollMs = number(rollKey) > 0 ? number(rollKey) : ROLL_DEFAULT_MS
  return [
    ...(retentionBytes >= 0 && segmentBytes > retentionBytes
      ? warn([segmentKey, bytesKey], {
          rule: 'segmentAboveRetention',
          parameters: { segmentBytes, retentionBytes },
        })
      : []),
    ...(retentionMs >= 0 && rollMs > retentionMs
      ? warn([rollKey, ...RETENTION_KEYS], {
          rule: 'rollAboveRetention',
          parameters: { rollMs, retentionMs },
        })
      : []),
  ]
}

/** The finer one wins, as in Kafka. */
const RETENTION_KEYS = ['log.retention.ms', 'log.retention.minutes', 'log.retention.hours']
const RETENTION_UNITS_MS = [1, 60_000, HOUR_MS]

function retentionOf(number: Text['number']) {
  const place = RETENTION_KEYS.findIndex((key) => Number.isFinite(number(key)))
  const [key = '', unit = 1] = [RETENTION_KEYS[place], RETENTION_UNITS_MS[place]]
  const value = number(key)
  return { key, retentionMs: value < 0 ? -1 : value * unit }
}

function retention({ isSet, number, value, warn }: Text): ConfigurationWarning[] {
  const { key: by, retentionMs } = retentionOf(number)
  const overruled = RETENTION_KEYS.filter((key) => key !== by && isSet(key)).flatMap((key) =>
    warn([key], { rule: 'retentionOverruled', parameters: { by } }),
  )
  const isDeleted = value('log.cleanup.policy')?.includes('delete') ?? true
  return retentionMs === -1 && !(number('log.retention.bytes') >= 0) && isDeleted
    ? [...overruled, ...warn([by, 'log.retention.bytes'], { rule: 'keptForEver' })]
    : overruled
}

function compaction({ value, warn }: Text): ConfigurationWarning[] {
  const key = 'log.cleanup.policy'
  return value(key)?.includes('compact') ? warn([key], { rule: 'compactNeedsKeys' }) : []
}

function internalTopics({ number, warn }: Text): ConfigurationWarning[] {
  const [offsetsKey, copiesKey, minIsrKey] = [
    'offsets.topic.replication.factor',
    'transaction.state.log.replication.factor',
    'transaction.state.log.min.isr',
  ]
  const [count, minIsr] = [number(copiesKey), number(minIsrKey)]
  const pair = [minIsrKey, copiesKey]
  return [
    ...(number(offsetsKey) === 1 ? warn([offsetsKey], { rule: 'offsetsOneCopy' }) : []),
    ...(count === 1 ? warn([copiesKey], { rule: 'transactionsOneCopy' }) : []),
    ...(minIsr > count
      ? warn(pair, { rule: 'transactionsMinIsrAboveCopies', parameters: { minIsr, copies: count } })
      : minIsr === count && count > 1
        ? warn(pair, { rule: 'transactionsMinIsrEqualsCopies', parameters: { copies: count } })
        : []),
  ]
}

function sessions({ number, warn }: Text): ConfigurationWarning[] {
  const [fromKey, toKey] = ['group.min.session.timeout.ms', 'group.max.session.timeout.ms']
  const [from, to] = [number(fromKey), number(toKey)]
  return from > to ? warn([fromKey, toKey], { rule: 'sessionTimeouts', parameters: { from, to } }) : []
}
