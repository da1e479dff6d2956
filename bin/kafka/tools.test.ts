import { describe, expect, test } from 'vitest'
import { connect, findTool, toolNames } from './tools.mjs'

const RELEASES = ['1.1.1', '2.2.1', '2.8.2', '3.8.1', '3.9.2', '4.0.2', '4.1.2', '4.2.1', '4.3.1']

test.each([
  ['topics', '1.1.1', 'kafka.admin.TopicCommand', 'zookeeper'],
  ['topics', '2.2.1', 'kafka.admin.TopicCommand', 'first'],
  ['topics', '4.3.1', 'org.apache.kafka.tools.TopicCommand', 'first'],
  ['console-producer', '2.2.1', 'kafka.tools.ConsoleProducer', 'broker-list'],
  ['console-producer', '2.8.2', 'kafka.tools.ConsoleProducer', 'first'],
  ['configs', '2.8.2', 'kafka.admin.ConfigCommand', 'first'],
  ['reassign-partitions', '2.8.2', 'kafka.admin.ReassignPartitionsCommand', 'first'],
  ['leader-election', '2.8.2', 'kafka.admin.LeaderElectionCommand', 'first'],
  ['cluster', '2.8.2', 'kafka.tools.ClusterTool', 'last'],
  ['console-producer', '3.9.2', 'kafka.tools.ConsoleProducer', 'first'],
  ['console-producer', '4.0.2', 'org.apache.kafka.tools.ConsoleProducer', 'first'],
  ['acls', '1.1.1', 'kafka.admin.AclCommand', 'authorizer'],
  ['dump-log', '4.2.1', 'kafka.tools.DumpLogSegments', 'none'],
  ['dump-log', '4.3.1', 'org.apache.kafka.tools.DumpLogSegments', 'none'],
])('%s of %s', (name, release, mainClass, connection) => {
  expect(findTool(name, release)).toMatchObject({ mainClass, connection })
})

test.each([
  ['metadata-quorum', '2.2.1'],
  ['share-groups', '3.9.2'],
  ['preferred-replica-election', '4.3.1'],
  ['toString', '4.3.1'],
  ['', '4.3.1'],
])('"%s" does not exist in %s', (name, release) => {
  expect(findTool(name, release)).toBeNull()
})

test.each(RELEASES)('%s has the tools everybody uses', (release) => {
  const usual = ['topics', 'console-producer', 'console-consumer', 'configs', 'consumer-groups']
  expect(toolNames(release)).toEqual(expect.arrayContaining([...usual, 'reassign-partitions', 'acls']))
})

describe('the connection', () => {
  const cluster = { bootstrap: 'b1:9092,b2:9092', zookeeper: 'z1:2181' }

  test.each([
    ['first', ['--list'], ['--bootstrap-server', 'b1:9092,b2:9092', '--list']],
    ['last', ['cluster-id'], ['cluster-id', '--bootstrap-server', 'b1:9092,b2:9092']],
    ['broker-list', ['--topic', 't'], ['--broker-list', 'b1:9092,b2:9092', '--topic', 't']],
    ['zookeeper', ['--list'], ['--zookeeper', 'z1:2181', '--list']],
    ['authorizer', ['--list'], ['--authorizer-properties', 'zookeeper.connect=z1:2181', '--list']],
    ['none', ['--files', 'f'], ['--files', 'f']],
  ] as const)('%s', (connection, args, connected) => {
    expect(connect(connection, args, cluster)).toEqual(connected)
  })

  test('a property joins those that are there', () => {
    expect(connect('producer-props', ['--topic', 't', '--producer-props', 'acks=all'], cluster)).toEqual([
      '--topic',
      't',
      '--producer-props',
      'bootstrap.servers=b1:9092,b2:9092',
      'acks=all',
    ])
    expect(connect('producer-props', ['--topic', 't'], cluster)).toEqual([
      '--topic',
      't',
      '--producer-props',
      'bootstrap.servers=b1:9092,b2:9092',
    ])
  })

  test.each([
    ['--bootstrap-server', 'other:9092'],
    ['--bootstrap-controller=other:9093', '--list'],
    ['--zookeeper', 'other:2181'],
    ['--help', ''],
  ])('one that the caller names stays the only one: %s %s', (...args) => {
    expect(connect('first', args, cluster)).toEqual(args)
  })
})
