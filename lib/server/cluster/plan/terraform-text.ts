import type { CreateClusterV2Input, ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import type { OpenMonitoring } from '@/lib/domain/open-monitoring'
import type { PlanPlace } from './plan-request'

type Line = readonly [name: string, value: string]

/**
 * A whole Terraform configuration that makes this cluster on this server, laid out as `terraform fmt` does. Security
 * groups and plaintext are said because the provider demands the first and takes TLS for granted without the second.
 */
export function terraformText(
  { endpointUrl, region }: PlanPlace,
  { clusterName, tags = {}, provisioned }: CreateClusterV2Input & { provisioned: ProvisionedRequest },
): string {
  const { kafkaVersion, numberOfBrokerNodes, brokerNodeGroupInfo } = provisioned
  const { clientSubnets, instanceType, storageInfo } = brokerNodeGroupInfo
  const name = resourceName(clusterName)
  const size = storageInfo?.ebsStorageInfo?.volumeSize
  const volume = size === undefined ? [] : lines([['volume_size', String(size)]])
  const said = Object.entries(tags).map(([key, value]): Line => [quoted(key), quoted(value)])
  return [
    block('terraform', block('required_providers', block('aws =', lines([['source', '"hashicorp/aws"']])))),
    '',
    block('provider "aws"', [
      ...lines([
        ['region', quoted(region)],
        ['access_key', '"any"'],
        ['secret_key', '"any"'],
        ['skip_credentials_validation', 'true'],
        ['skip_metadata_api_check', 'true'],
        ['skip_requesting_account_id', 'true'],
      ]),
      ...block('endpoints', lines([['kafka', quoted(endpointUrl)]])),
    ]),
    '',
    block(`resource "aws_msk_cluster" "${name}"`, [
      ...lines([
        ['cluster_name', quoted(clusterName)],
        ['kafka_version', quoted(kafkaVersion)],
        ['number_of_broker_nodes', String(numberOfBrokerNodes)],
      ]),
      ...block('broker_node_group_info', [
        ...lines([
          ['instance_type', quoted(instanceType)],
          ['client_subnets', listed(clientSubnets)],
          ['security_groups', '["sg-1"]'],
        ]),
        ...block('storage_info', block('ebs_storage_info', volume)),
      ]),
      ...block(
        'encryption_info',
        block(
          'encryption_in_transit',
          lines([
            ['client_broker', '"PLAINTEXT"'],
            ['in_cluster', 'false'],
          ]),
        ),
      ),
      ...configuration(provisioned),
      ...openMonitoring(provisioned),
      ...(said.length === 0 ? [] : block('tags =', lines(said))),
    ]),
    '',
    block('output "bootstrap_brokers"', lines([['value', `aws_msk_cluster.${name}.bootstrap_brokers`]])),
  ]
    .flat()
    .join('\n')
}

function configuration({ configurationInfo }: ProvisionedRequest): string[] {
  if (configurationInfo === undefined) return []
  const { arn, revision } = configurationInfo
  return block(
    'configuration_info',
    lines([
      ['arn', quoted(arn)],
      ['revision', String(revision)],
    ]),
  )
}

const openMonitoring = ({ openMonitoring: said }: ProvisionedRequest): string[] =>
  openMonitoringBlock({
    jmxExporter: said?.prometheus.jmxExporter?.enabledInBroker,
    nodeExporter: said?.prometheus.nodeExporter?.enabledInBroker,
  })

/** Whatever is said of the exporters; nothing where nothing is. */
export function openMonitoringBlock(
  said: Readonly<Partial<Record<keyof OpenMonitoring, boolean | undefined>>>,
): string[] {
  const exporters = [
    ['jmx_exporter', said.jmxExporter],
    ['node_exporter', said.nodeExporter],
  ] as const
  const blocks = exporters.flatMap(([name, isOn]) =>
    isOn === undefined ? [] : block(name, lines([['enabled_in_broker', String(isOn)]])),
  )
  return blocks.length === 0 ? [] : block('open_monitoring', block('prometheus', blocks))
}

export const block = (head: string, body: readonly string[]): string[] =>
  body.length === 0 ? [`${head} {`, '}'] : [`${head} {`, ...body.map((line) => `  ${line}`), '}']

/** Equal signs below each other. */
export function lines(pairs: readonly Line[]): string[] {
  const width = Math.max(...pairs.map(([name]) => name.length))
  return pairs.map(([name, value]) => `${name.padEnd(width)} = ${value}`)
}

const listed = (values: readonly string[]): string => `[${values.map(quoted).join(', ')}]`

/** JSON's escapes are HCL's too; what HCL would read as a template is doubled. */
export const quoted = (text: string): string => JSON.stringify(text).replaceAll(/([$%])\{/g, '$1$1{')

/** Names in Terraform begin with a letter; a cluster's may begin with a digit. */
export const resourceName = (clusterName: string): string => {
  const plain = clusterName.replaceAll(/[^\w-]/g, '')
  return /^[A-Za-z]/.test(plain) ? plain : `cluster-${plain}`
}
