import { expect, test } from 'vitest'
import { settingsOfFile, settingsOfNode, type DescribedSetting } from './node-settings'
import type { SourcedProperties } from './kafka-properties'

const sourced: SourcedProperties = {
  'num.io.threads': { value: '3', source: 'OVERLAY' },
  'num.partitions': { value: '1', source: 'MSK_DEFAULT' },
  'log.retention.hours': { value: '5', source: 'USER' },
  'node.id': { value: '1', source: 'IDENTITY' },
}
const told = (
  name: string,
  configSource: string,
  change: Partial<DescribedSetting> = {},
): DescribedSetting => ({
  name,
  value: 'v',
  isSensitive: false,
  configSource,
  synonyms: [],
  ...change,
})

test.each([
  ['num.io.threads', 'STATIC_BROKER_CONFIG', 'OVERLAY'],
  ['num.partitions', 'STATIC_BROKER_CONFIG', 'MSK_DEFAULT'],
  ['log.retention.hours', 'STATIC_BROKER_CONFIG', 'USER'],
  ['node.id', 'STATIC_BROKER_CONFIG', 'IDENTITY'],
  ['log.dirs', 'STATIC_BROKER_CONFIG', 'IDENTITY'],
  ['num.io.threads', 'DYNAMIC_BROKER_CONFIG', 'DYNAMIC_BROKER'],
  ['num.io.threads', 'DYNAMIC_DEFAULT_BROKER_CONFIG', 'DYNAMIC_CLUSTER'],
  ['compression.type', 'DEFAULT_CONFIG', 'KAFKA_DEFAULT'],
])('%s, which Kafka calls %s, comes from %s', (name, configSource, source) => {
  expect(settingsOfNode([told(name, configSource)], sourced)[0]?.source).toBe(source)
})

test('the default that would hold otherwise is told', () => {
  const synonyms = [
    { value: '3', source: 'STATIC_BROKER_CONFIG' },
    { value: '8', source: 'DEFAULT_CONFIG' },
  ]
  const [setting] = settingsOfNode([told('num.io.threads', 'STATIC_BROKER_CONFIG', { synonyms })], sourced)
  expect(setting?.defaultValue).toBe('8')
})

test.each([
  'ssl.keystore.password',
  'listener.name.x.sasl.jaas.config',
  'password.encoder.secret',
  'ssl.keystore.key',
])('the value of %s is never told, whatever Kafka says', (name) => {
  expect(settingsOfNode([told(name, 'STATIC_BROKER_CONFIG')], {})[0]).toMatchObject({
    value: null,
    isSensitive: true,
  })
  expect(settingsOfFile({ [name]: 'open' }, {})[0]).toMatchObject({ value: null, isSensitive: true })
})

test('a file tells its lines by name', () => {
  expect(
    settingsOfFile({ 'num.partitions': '1', 'log.dirs': '/x' }, sourced).map(({ name, source }) => [
      name,
      source,
    ]),
  ).toEqual([
    ['log.dirs', 'IDENTITY'],
    ['num.partitions', 'MSK_DEFAULT'],
  ])
})

test('a name that only Kafka does not know is shown when Mosaik wrote it, and hidden when the user did', () => {
  const hidden = { value: null, isSensitive: true }
  const own: SourcedProperties = {
    'allow.everyone.if.no.acl.found': { value: 'true', source: 'MSK_DEFAULT' },
  }
  const users: SourcedProperties = { 'allow.everyone.if.no.acl.found': { value: 'true', source: 'USER' } }
  const name = told('allow.everyone.if.no.acl.found', 'STATIC_BROKER_CONFIG', hidden)
  expect(settingsOfNode([name], own)[0]).toMatchObject({ value: 'true', isSensitive: false })
  expect(settingsOfNode([name], users)[0]).toMatchObject({ value: null, isSensitive: true })
})
