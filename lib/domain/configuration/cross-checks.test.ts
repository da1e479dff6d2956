import { expect, test } from 'vitest'
import { crossChecks } from './cross-checks'
import { readConfiguration } from './read-configuration'

const told = (text: string, release: '4.3.1' | '2.2.1' = '4.3.1') =>
  crossChecks(readConfiguration(text, [release]), release).map(({ line, rule }) => `${line} ${rule}`)

test.each([
  ['', []],
  ['min.insync.replicas=2\ndefault.replication.factor=3', []],
  ['min.insync.replicas=3', ['1 minIsrEqualsCopies']],
  ['min.insync.replicas=4', ['1 minIsrAboveCopies']],
  ['min.insync.replicas=2\n\ndefault.replication.factor=2', ['3 minIsrEqualsCopies']],
  ['default.replication.factor=1\nmin.insync.replicas=1', ['1 oneCopy']],
  ['default.replication.factor=1', ['1 minIsrAboveCopies', '1 oneCopy']],
  [
    'auto.create.topics.enable=TRUE\nmin.insync.replicas=1\ndefault.replication.factor=1',
    ['3 autoCreateOneCopy'],
  ],
  ['unclean.leader.election.enable=true', ['1 uncleanElection']],
  ['unclean.leader.election.enable=false', []],
  ['message.max.bytes=1048588', []],
  ['message.max.bytes=1048589', ['1 replicatesSlowly']],
  ['message.max.bytes=8388608\nreplica.fetch.max.bytes=8388608', []],
  ['message.max.bytes=20000000\nreplica.fetch.max.bytes=20000000', ['1 replicatesSlowly']],
  [
    'message.max.bytes=20000000\nreplica.fetch.max.bytes=20000000\nreplica.fetch.response.max.bytes=20000000\nsocket.request.max.bytes=10000000',
    ['4 requestTooSmall'],
  ],
  ['log.retention.bytes=1000000', ['1 segmentAboveRetention']],
  ['log.retention.bytes=-1\nlog.segment.bytes=2000000', []],
  ['log.retention.bytes=4000000\nlog.segment.bytes=2000000', []],
  ['log.retention.hours=24', ['1 rollAboveRetention']],
  ['log.retention.hours=24\nlog.roll.ms=3600000', []],
  ['log.roll.ms=700000000', ['1 rollAboveRetention']],
  ['log.retention.ms=604800000\nlog.retention.hours=24', ['2 retentionOverruled']],
  ['log.retention.ms=-1', ['1 keptForEver']],
  ['log.retention.hours=-1\nlog.retention.bytes=2000000000', []],
  ['log.retention.ms=-1\nlog.cleanup.policy=compact', ['2 compactNeedsKeys']],
  ['offsets.topic.replication.factor=1', ['1 offsetsOneCopy']],
  [
    'transaction.state.log.replication.factor=1',
    ['1 transactionsOneCopy', '1 transactionsMinIsrAboveCopies'],
  ],
  ['transaction.state.log.min.isr=4', ['1 transactionsMinIsrAboveCopies']],
  ['transaction.state.log.min.isr=3', ['1 transactionsMinIsrEqualsCopies']],
  ['group.min.session.timeout.ms=2000000', ['1 sessionTimeouts']],
  // What is wrong by itself is told by its own problem.
  ['min.insync.replicas=four', []],
  ['log.retention.bytes=1000000\nlog.segment.bytes=much', []],
])('%j', (text, expected) => {
  expect(told(text)).toEqual(expected)
})

test('a default is that of the release', () => {
  expect(told('message.max.bytes=1000012', '2.2.1')).toEqual([])
  expect(told('replica.fetch.max.bytes=1000000')).toEqual(['1 replicatesSlowly'])
  expect(told('replica.fetch.max.bytes=1000000', '2.2.1')).toEqual([])
})

test('a warning says with what it was found', () => {
  const read = readConfiguration('log.roll.ms=7200000\nlog.retention.minutes=60', [])
  expect(crossChecks(read, '4.3.1')).toEqual([
    {
      line: 2,
      key: 'log.retention.minutes',
      rule: 'rollAboveRetention',
      parameters: { rollMs: 7_200_000, retentionMs: 3_600_000 },
    },
  ])
})
