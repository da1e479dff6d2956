import { encodeConfigs } from './encode-configs'
import { shellWord as word } from '../shell-word'
import type { NewTopic } from './new-topic'

/** The topic by Kafka's own tool, which Mosaik brings along. */
export function kafkaCommand(
  cluster: string,
  { name, partitions, replicationFactor, settings }: NewTopic,
): string {
  const configs = Object.entries(settings).flatMap(([key, value]) => ['--config', `${key}=${value}`])
  const options = [
    ['--create', '--topic', name],
    ['--partitions', String(partitions), '--replication-factor', String(replicationFactor)],
    configs,
  ].flat()
  return ['npm run -s kafka --', word(cluster), 'topics', ...options.map(word)].join(' ')
}

/** The same by the AWS CLI. Any credentials do, but there must be some. */
export function awsCommand(
  { arn, region, origin }: { arn: string; region: string; origin: string },
  { name, partitions, replicationFactor, settings }: NewTopic,
): string {
  const configs = encodeConfigs(settings)
  return [
    'aws kafka create-topic',
    `--cluster-arn ${word(arn)}`,
    `--topic-name ${word(name)}`,
    `--partition-count ${partitions}`,
    `--replication-factor ${replicationFactor}`,
    ...(configs === undefined ? [] : [`--configs ${word(configs)}`]),
    `--endpoint-url ${word(origin)} --region ${word(region)}`,
  ].join(' ')
}
