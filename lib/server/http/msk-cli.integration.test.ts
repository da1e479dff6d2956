import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPlanSchema, type CreatePlanInput } from '@/lib/contract/console/plan'
import { openRunningConsole, type RunningConsole } from '../testing/running-console'

/** The AWS CLI as people have it: nothing but an endpoint override. */
const run = promisify(execFile)
const hasCli = (() => {
  try {
    execFileSync('aws', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

let mosaik: RunningConsole

beforeAll(async () => {
  mosaik = await openRunningConsole()
})
afterAll(() => mosaik.close())

const ENVIRONMENT = {
  ...process.env,
  AWS_ACCESS_KEY_ID: 'any',
  AWS_SECRET_ACCESS_KEY: 'any',
  AWS_EC2_METADATA_DISABLED: 'true',
}

async function aws(...args: string[]): Promise<string> {
  const all = ['kafka', ...args, '--endpoint-url', mosaik.url, '--region', 'us-west-2', '--output', 'json']
  const { stdout } = await run('aws', all, { env: ENVIRONMENT })
  return stdout
}

/** One value of an answer, picked by the CLI itself. */
const pick = async (query: string, ...args: string[]): Promise<unknown> =>
  JSON.parse(await aws(...args, '--query', query))

test.skipIf(!hasCli)(
  'a cluster by the AWS CLI, from creation to deletion (needs aws on the PATH)',
  async () => {
    const group = { InstanceType: 'kafka.m5.large', ClientSubnets: ['subnet-2a', 'subnet-2b', 'subnet-2c'] }
    const create = ['create-cluster', '--cluster-name', 'orders', '--kafka-version', '3.9.x.kraft']
    const brokers = ['--number-of-broker-nodes', '3', '--broker-node-group-info', JSON.stringify(group)]
    const tags = ['--tags', 'team=blue,mosaik:profile=server']
    const arn = await pick('ClusterArn', ...create, ...brokers, ...tags)
    expect(arn).toMatch(/^arn:aws:kafka:us-west-2:000000000000:cluster\/orders\//)
    const named = ['--cluster-arn', String(arn)]
    while ((await pick('ClusterInfo.State', 'describe-cluster', ...named)) !== 'ACTIVE');
    expect(await pick('ClusterInfo.Provisioned.EncryptionInfo', 'describe-cluster-v2', ...named)).toEqual({
      EncryptionInTransit: { ClientBroker: 'PLAINTEXT', InCluster: false },
    })
    expect(await pick('BootstrapBrokerString', 'get-bootstrap-brokers', ...named)).toMatch(
      /^127\.10\.\d+\.11:9092,/,
    )
    expect(await pick('length(NodeInfoList)', 'list-nodes', ...named)).toBe(6)
    expect(
      await pick('ClusterInfoList[].ClusterName', 'list-clusters-v2', '--cluster-name-filter', 'ord'),
    ).toEqual(['orders'])
    const tagged = ['--resource-arn', String(arn)]
    await aws('untag-resource', ...tagged, '--tag-keys', 'team', 'stage')
    expect(await pick('Tags', 'list-tags-for-resource', ...tagged)).toEqual({ 'mosaik:profile': 'server' })
    const refused = aws('delete-cluster', ...named, '--current-version', 'K1')
    await expect(refused).rejects.toThrow(/BadRequestException.*The version of the cluster isn’t current/)
    expect(await pick('State', 'delete-cluster', ...named)).toBe('DELETING')
  },
  60_000,
)

test.skipIf(!hasCli)(
  'the command a plan shows creates what the plan says (needs aws on the PATH)',
  async () => {
    const input: CreatePlanInput = {
      clusterName: 'by-command',
      kafkaVersion: '4.3.1',
      shape: 'DEVELOPMENT',
      profile: 'lab',
      access: 'THIS_MACHINE',
      brokersPerZone: 1,
      instanceType: 'kafka.m5.large',
      volumeSizeGiB: 10,
    }
    const response = await fetch(`${mosaik.url}/api/console/plan`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...input, region: 'us-west-2' }),
    })
    const { command, nodes } = createPlanSchema.parse(await response.json())
    const here = command.replace(/--endpoint-url \S+/, `--endpoint-url ${mosaik.url}`)
    await run('bash', ['-c', here], { env: ENVIRONMENT })
    const listed = await pick(
      'ClusterInfoList[].ClusterArn',
      'list-clusters',
      '--cluster-name-filter',
      'by-command',
    )
    const [arn] = Array.isArray(listed) ? listed : []
    const ids = await pick(
      'NodeInfoList[].BrokerNodeInfo.ClientVpcIpAddress',
      'list-nodes',
      '--cluster-arn',
      String(arn),
    )
    expect(ids).toEqual(nodes.map(({ endpoint }) => endpoint.split(':')[0]))
  },
  60_000,
)
