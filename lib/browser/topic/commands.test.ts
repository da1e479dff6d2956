import { expect, test } from 'vitest'
import { awsCommand, kafkaCommand } from './commands'

const topic = { name: 'orders', partitions: 6, replicationFactor: 3, settings: {} }

test('the command of Kafka’s tool, settings and all', () => {
  expect(kafkaCommand('prod', topic)).toBe(
    'npm run -s kafka -- prod topics --create --topic orders --partitions 6 --replication-factor 3',
  )
  const settings = { 'retention.ms': '60000', 'cleanup.policy': 'compact, delete' }
  expect(kafkaCommand('prod', { ...topic, settings })).toMatch(
    / --config retention\.ms=60000 --config 'cleanup\.policy=compact, delete'$/,
  )
})

test('what a shell would read as its own is quoted', () => {
  expect(kafkaCommand('prod', { ...topic, name: "a'b; rm" })).toContain(`--topic 'a'\\''b; rm'`)
})

test('the AWS command carries settings as MSK wants them', () => {
  const place = {
    arn: 'arn:aws:kafka:us-east-1:1:cluster/prod/x-1',
    region: 'us-east-1',
    origin: 'http://h:1',
  }
  expect(awsCommand(place, { ...topic, settings: { 'retention.ms': '1' } })).toBe(
    'aws kafka create-topic --cluster-arn arn:aws:kafka:us-east-1:1:cluster/prod/x-1 --topic-name orders ' +
      '--partition-count 6 --replication-factor 3 --configs cmV0ZW50aW9uLm1zPTE= ' +
      '--endpoint-url http://h:1 --region us-east-1',
  )
  expect(awsCommand(place, topic)).not.toContain('--configs')
})
