import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { aws, expect, kafka, test, type Mosaik } from './fixtures'

/**
 * A configuration from its first text to a revision that is undone, with nothing but the AWS CLI, while Kafka's own
 * console producer and consumer run.
 */
test.use({ network: '127.83.0.0/16' })

const LINES = 600

test('a configuration is created, applied, revised under load, and a poisonous revision is undone', async ({
  mosaik,
}) => {
  test.setTimeout(420_000)
  const file = join(mosaik.home, 'shop.properties')
  const text = async (lines: string): Promise<string> => {
    await writeFile(file, lines)
    return `fileb://${file}`
  }
  const refused = aws(
    mosaik,
    'create-configuration',
    '--name',
    'shop',
    '--server-properties',
    await text('num.partition=3\n'),
  )
  await expect(refused).rejects.toThrow(/Line 1: Key 'num\.partition'.*Did you mean num\.partitions\?/)

  const created = await aws(
    mosaik,
    'create-configuration',
    '--name',
    'shop',
    '--kafka-versions',
    '4.3.1',
    '--server-properties',
    await text('# The shop\nnum.partitions=3\n'),
  )
  const configuration = String(created.Arn)
  const arn = await createCluster(mosaik, configuration)
  await expect.poll(() => clusterOf(mosaik, arn), { timeout: 150_000 }).toMatchObject({ State: 'ACTIVE' })
  await kafka(mosaik, [
    'shop',
    'topics',
    '--create',
    '--topic',
    'orders',
    '--partitions',
    '3',
    '--replication-factor',
    '3',
  ])

  const revise = async (lines: string): Promise<number> => {
    const words = ['update-configuration', '--arn', configuration, '--server-properties', await text(lines)]
    const { LatestRevision: latest } = await aws(mosaik, ...words)
    return Number(member(latest, 'Revision'))
  }
  const apply = async (revision: number): Promise<string> => {
    const { CurrentVersion: version } = await clusterOf(mosaik, arn)
    const info = ['--configuration-info', `Arn=${configuration},Revision=${revision}`]
    const words = ['--cluster-arn', arn, '--current-version', String(version), ...info]
    const { ClusterOperationArn: operation } = await aws(mosaik, 'update-cluster-configuration', ...words)
    const ended = async () => {
      const reply = await aws(
        mosaik,
        'describe-cluster-operation',
        '--cluster-operation-arn',
        String(operation),
      )
      return String(member(reply.ClusterOperationInfo, 'OperationState'))
    }
    await expect.poll(ended, { timeout: 180_000 }).not.toBe('UPDATE_IN_PROGRESS')
    return ended()
  }

  const sent = Array.from({ length: LINES }, (_, number) => `order ${number}`)
  const read = ['console-consumer', '--topic', 'orders', '--from-beginning', '--max-messages', String(LINES)]
  const consuming = kafka(mosaik, ['shop', ...read])
  const producing = kafka(mosaik, ['shop', 'console-producer', '--topic', 'orders'], slowly(sent))
  expect(await apply(await revise('# The shop\nnum.partitions=3\nauto.create.topics.enable=true\n'))).toBe(
    'UPDATE_COMPLETE',
  )
  await producing
  const records = (await consuming).trim().split('\n')
  expect(records.toSorted()).toEqual(sent.toSorted())

  const poison = await revise('num.partitions=3\nreplica.selector.class=org.example.Nothing\n')
  expect(await apply(poison)).toBe('UPDATE_FAILED')
  const after = await clusterOf(mosaik, arn)
  expect(after).toMatchObject({
    State: 'ACTIVE',
    CurrentBrokerSoftwareInfo: { ConfigurationArn: configuration, ConfigurationRevision: poison - 1 },
  })
  const listed = await aws(mosaik, 'list-cluster-operations', '--cluster-arn', arn)
  expect(listed.ClusterOperationInfoList).toMatchObject([
    {
      OperationType: 'UPDATE_CLUSTER_CONFIGURATION',
      OperationState: 'UPDATE_FAILED',
      ErrorInfo: { ErrorString: expect.stringMatching(/failed 3 times to start: .*org\.example\.Nothing/) },
    },
    { OperationState: 'UPDATE_COMPLETE', TargetClusterInfo: { ConfigurationInfo: { Revision: poison - 1 } } },
  ])
  await expect(aws(mosaik, 'delete-configuration', '--arn', configuration)).rejects.toThrow(/in use/)
  await aws(mosaik, 'delete-cluster', '--cluster-arn', arn)
})

const member = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined

async function createCluster(mosaik: Mosaik, configuration: string): Promise<string> {
  const provisioned = {
    KafkaVersion: '4.3.1',
    NumberOfBrokerNodes: 3,
    ConfigurationInfo: { Arn: configuration, Revision: 1 },
    BrokerNodeGroupInfo: {
      InstanceType: 'kafka.m5.large',
      ClientSubnets: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
      StorageInfo: { EbsStorageInfo: { VolumeSize: 1 } },
    },
  }
  const words = ['create-cluster-v2', '--cluster-name', 'shop', '--provisioned', JSON.stringify(provisioned)]
  return String((await aws(mosaik, ...words)).ClusterArn)
}

async function clusterOf(mosaik: Mosaik, arn: string): Promise<Record<string, unknown>> {
  const { ClusterInfo: info } = await aws(mosaik, 'describe-cluster', '--cluster-arn', arn)
  return typeof info === 'object' && info !== null ? { ...info } : {}
}

/** As somebody types, who has all day. */
async function* slowly(lines: readonly string[]): AsyncIterable<string> {
  for (const line of lines) {
    yield `${line}\n`
    await sleep(60)
  }
}
