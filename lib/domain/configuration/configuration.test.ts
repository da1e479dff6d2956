import { describe, expect, test } from 'vitest'
import { KAFKA_VERSIONS } from '../kafka-version'
import { problemWords } from './problem-words'
import { readConfiguration } from './read-configuration'
import { CONFIGURABLE_SETTINGS, settingDefinition } from './setting-definition'

const told = (text: string, ...releases: Parameters<typeof readConfiguration>[1]) =>
  readConfiguration(text, releases).problems.map(problemWords)

test('every setting of the list is defined by some release, with a type and Kafka’s own words', () => {
  const releases = [...new Set(KAFKA_VERSIONS.map(({ release }) => release))]
  expect(CONFIGURABLE_SETTINGS).toHaveLength(48)
  for (const name of CONFIGURABLE_SETTINGS) {
    const found = releases.flatMap((release) => settingDefinition(name, release) ?? [])
    expect(found).not.toHaveLength(0)
    for (const { doc, defaultValue } of found) {
      expect(doc.length).toBeGreaterThan(10)
      expect(defaultValue).not.toBe('')
    }
  }
})

test.each([
  [
    'min.insync.replicas',
    '4.3.1',
    { type: 'int', range: { from: 1, to: null }, isDynamic: true, defaultValue: '1' },
  ],
  ['log.segment.bytes', '4.3.1', { range: { from: 1_048_576, to: null } }],
  ['log.segment.bytes', '3.9.2', { range: { from: 14, to: null } }],
  ['log.cleanup.policy', '4.3.1', { type: 'list', oneOf: ['compact', 'delete'] }],
  ['log.cleaner.min.cleanable.ratio', '4.3.1', { type: 'double', range: { from: 0, to: 1 } }],
  ['message.max.bytes', '2.2.1', { defaultValue: '1000012' }],
  ['replica.lag.time.max.ms', '4.3.1', { range: { from: 10_000, to: 30_000 }, isDynamic: false }],
  ['log.retention.ms', '4.3.1', { defaultValue: null }],
] as const)('%s in %s', (name, release, expected) => {
  expect(settingDefinition(name, release)).toMatchObject(expected)
})

describe('the text', () => {
  test('is Java properties: comments, separators, continued lines, escapes, a byte order mark', () => {
    const text =
      '\uFEFF# a comment\n! another\n\nnum.partitions : 3\nlog.retention.hours=24 \nlog.cleanup.policy = \\\n  compact,\\\n  delete\nmin\\u002einsync.replicas 2\r\n'
    expect(readConfiguration(text, ['4.3.1'])).toEqual({
      properties: {
        'num.partitions': '3',
        'log.retention.hours': '24',
        'log.cleanup.policy': 'compact,delete',
        'min.insync.replicas': '2',
      },
      lines: {
        'num.partitions': 4,
        'log.retention.hours': 5,
        'log.cleanup.policy': 6,
        'min.insync.replicas': 9,
      },
      problems: [],
    })
  })

  test.each([
    [
      'num.partitons=3',
      [
        "Line 1: Key 'num.partitons' is not supported by at least one Apache Kafka version. Did you mean num.partitions?",
      ],
    ],
    [
      'listeners=PLAINTEXT://:9092',
      ["Line 1: Key 'listeners' is not supported by at least one Apache Kafka version."],
    ],
    ['\nnum.partitions=three', ["Line 2: The value of 'num.partitions' must be a whole number of 32 bits."]],
    ['num.partitions=0', ["Line 1: The value of 'num.partitions' must be at least 1."]],
    [
      'num.partitions=3000000000',
      ["Line 1: The value of 'num.partitions' must be a whole number of 32 bits."],
    ],
    [
      'log.retention.ms=9223372036854775808',
      ["Line 1: The value of 'log.retention.ms' must be a whole number of 64 bits."],
    ],
    [
      'auto.create.topics.enable=yes',
      ["Line 1: The value of 'auto.create.topics.enable' must be true or false."],
    ],
    [
      'compression.type=gz',
      [
        "Line 1: The value of 'compression.type' must be one of uncompressed, zstd, lz4, snappy, gzip, producer.",
      ],
    ],
    [
      'log.cleanup.policy=delete,shred',
      ["Line 1: The value of 'log.cleanup.policy' must be one of compact, delete."],
    ],
    [
      'replica.lag.time.max.ms=500',
      ["Line 1: The value of 'replica.lag.time.max.ms' must be from 10000 to 30000."],
    ],
    [
      'num.partitions',
      ["Line 1: Key 'num.partitions' has no value. Give it one, or leave the line out for the default."],
    ],
    [
      'num.partitions=1\nnum.partitions=2',
      ["Line 2: Key 'num.partitions' stands on line 1 already. Keep one of them."],
    ],
    ['# fine\nnum.partitions=\\u12', ['Line 2: A \\u must be followed by four hexadecimal digits.']],
    [
      'leader.imbalance.per.broker.percentage=5',
      [
        "Line 1: Key 'leader.imbalance.per.broker.percentage' is not supported by at least one Apache Kafka version: 4.3.1 does not know it.",
      ],
    ],
  ])('%j', (text, expected) => {
    expect(told(text, '4.3.1')).toEqual(expected)
  })

  test('for any release, it must be right for one that knows it', () => {
    expect(
      told(
        'leader.imbalance.per.broker.percentage=5\nlog.segment.bytes=1000\nzookeeper.session.timeout.ms=18000',
      ),
    ).toEqual([])
    expect(told('log.segment.bytes=1')).toHaveLength(1)
  })

  test('all that is wrong is told, in the order of the lines', () => {
    expect(told('a=1\nnum.partitions=x\nb=2', '4.3.1').map((words) => words.slice(0, 6))).toEqual([
      'Line 1',
      'Line 2',
      'Line 3',
    ])
  })
})
