import { aws, expect, kafka, test, type Mosaik } from './fixtures'
import { CLIENTS_AWAY, CLIENTS_HERE, runSnippet } from './run-snippet'

/**
 * The main job with nothing but the AWS CLI and Kafka's own tools, on today's Kafka and on the Kafka of 2019; and
 * every client the console has a snippet for, run as one copies it.
 */
test.use({ network: '127.71.0.0/16' })

for (const version of ['4.3.1', '2.2.1']) {
  test(`creates, uses and deletes a ${version} cluster from the command line`, async ({ mosaik }) => {
    test.slow()
    const name = `cli-${version.replaceAll('.', '-')}`
    const arn = await createCluster(mosaik, name, version)
    await expect.poll(() => stateOf(mosaik, arn), { timeout: 150_000 }).toBe('ACTIVE')

    const { BootstrapBrokerString: bootstrap } = await aws(
      mosaik,
      'get-bootstrap-brokers',
      '--cluster-arn',
      arn,
    )
    expect(String(bootstrap).split(',')).toHaveLength(3)
    expect(bootstrap).toMatch(/^127\.71\.1\.\d+:9092,127\.71\.2\.\d+:9092,127\.71\.3\.\d+:9092$/)

    await kafka(mosaik, [
      name,
      'topics',
      '--create',
      '--topic',
      'orders',
      '--partitions',
      '3',
      '--replication-factor',
      '3',
    ])
    expect(await kafka(mosaik, [name, 'topics', '--list'])).toContain('orders')
    await kafka(mosaik, [name, 'console-producer', '--topic', 'orders'], 'first\nsecond\n')
    const read = ['console-consumer', '--topic', 'orders', '--from-beginning', '--max-messages', '2']
    const records = await kafka(mosaik, [name, ...read])
    expect(records.trim().split('\n').toSorted()).toEqual(['first', 'second'])

    for (const client of CLIENTS_HERE) {
      const topic = `by-${client}`
      const facts = {
        clusterName: name,
        bootstrap: String(bootstrap),
        zookeeper: null,
        topic,
        topicExists: false,
        replicationFactor: 3,
        release: version,
      }
      const printed = await runSnippet(mosaik, client, facts)
      expect(printed, `${client} makes ${topic}, sends and reads back`).toContain('Hello from')
    }
    if (CLIENTS_AWAY.length > 0)
      console.log(`Not here, so their snippets were not run: ${CLIENTS_AWAY.join(', ')}.`)

    const described = await aws(mosaik, 'describe-topic', '--cluster-arn', arn, '--topic-name', 'orders')
    expect(described).toMatchObject({ PartitionCount: 3, ReplicationFactor: 3, Status: 'ACTIVE' })

    await aws(mosaik, 'delete-cluster', '--cluster-arn', arn)
    await expect.poll(() => stateOf(mosaik, arn)).toContain('NotFoundException')
  })
}

async function createCluster(mosaik: Mosaik, name: string, kafkaVersion: string): Promise<string> {
  const provisioned = {
    KafkaVersion: kafkaVersion,
    NumberOfBrokerNodes: 3,
    BrokerNodeGroupInfo: {
      InstanceType: 'kafka.m5.large',
      ClientSubnets: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
      StorageInfo: { EbsStorageInfo: { VolumeSize: 1 } },
    },
  }
  const words = ['create-cluster-v2', '--cluster-name', name, '--provisioned', JSON.stringify(provisioned)]
  const created = await aws(mosaik, ...words)
  expect(created).toMatchObject({ ClusterName: name, State: 'CREATING', ClusterType: 'PROVISIONED' })
  return String(created.ClusterArn)
}

/** The cluster's state, or the words of the refusal. */
async function stateOf(mosaik: Mosaik, arn: string): Promise<string> {
  try {
    const { ClusterInfo } = await aws(mosaik, 'describe-cluster', '--cluster-arn', arn)
    return typeof ClusterInfo === 'object' && ClusterInfo && 'State' in ClusterInfo
      ? String(ClusterInfo.State)
      : ''
  } catch (error) {
    return String(error)
  }
}
