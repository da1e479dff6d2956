import { publicAccessType, type ClusterAccess } from '@/lib/domain/cluster'
import { environment } from '../../env'
import { block, lines, openMonitoringBlock, quoted, resourceName } from '../plan/terraform-text'
import type { MonitoringWish } from './change-monitoring'
import type { Wishes } from './wishes'

type Row = { arn: string; name: string; region: string; currentVersion: string }

/**
 * The same for a terminal. MSK has one call for each wish and takes them one after another, each with the version
 * that the one before made. Null: nothing is wished for that MSK has a word for.
 */
export function changeCommand(row: Row, wishes: Wishes): string | null {
  const { revision, kafkaVersion, instanceType, brokerCount, volumeSizeGiB, access, monitoring } = wishes
  const configuration = revision
    ? [`--configuration-info Arn=${revision.arn},Revision=${revision.revision}`]
    : []
  const calls: [verb: string, words: readonly string[]][] = []
  if (volumeSizeGiB !== undefined) {
    const volume = `KafkaBrokerNodeId=All,VolumeSizeGB=${volumeSizeGiB}`
    calls.push(['update-broker-storage', [`--target-broker-ebs-volume-info ${volume}`]])
  }
  if (kafkaVersion !== undefined) {
    calls.push(['update-cluster-kafka-version', [`--target-kafka-version ${kafkaVersion}`, ...configuration]])
  } else if (configuration.length > 0) calls.push(['update-cluster-configuration', configuration])
  if (instanceType !== undefined) {
    calls.push(['update-broker-type', [`--target-instance-type ${instanceType}`]])
  }
  if (brokerCount !== undefined) {
    calls.push(['update-broker-count', [`--target-number-of-broker-nodes ${brokerCount}`]])
  }
  if (access !== undefined) {
    const type = publicAccessType(access)
    calls.push(['update-connectivity', [`--connectivity-info PublicAccess={Type=${type}}`]])
  }
  if (monitoring !== undefined) calls.push(['update-monitoring', monitoringWords(monitoring)])
  if (calls.length === 0) return null
  return calls.map(([verb, words], place) => commandOf(row, verb, words, place === 0)).join('\n\n')
}

function commandOf(
  { arn, region, currentVersion }: Row,
  verb: string,
  words: readonly string[],
  isFirst: boolean,
): string {
  const { host, port } = environment()
  const place = [`--endpoint-url http://${host}:${port}`, `--region ${region}`, `--cluster-arn ${arn}`]
  if (isFirst)
    return [`aws kafka ${verb}`, ...place, ...words, `--current-version ${currentVersion}`].join(BREAK)
  const version = [
    `aws kafka describe-cluster-v2`,
    ...place,
    '--query ClusterInfo.CurrentVersion',
    '--output text',
  ]
  return [
    '# once the operation before is complete',
    [`aws kafka ${verb}`, ...place, ...words, `--current-version "$(${version.join(' ')})"`].join(BREAK),
  ].join('\n')
}

const BREAK = ' \\\n  '

function monitoringWords({ enhancedMonitoring, ...exporters }: MonitoringWish): string[] {
  const switched = EXPORTER_WORDS.flatMap(({ exporter, member }) => {
    const isOn = exporters[exporter]
    return isOn === undefined ? [] : [`${member}={EnabledInBroker=${isOn}}`]
  })
  return [
    ...(enhancedMonitoring === undefined ? [] : [`--enhanced-monitoring ${enhancedMonitoring}`]),
    ...(switched.length === 0 ? [] : [`--open-monitoring 'Prometheus={${switched.join(',')}}'`]),
  ]
}

const EXPORTER_WORDS = [
  { exporter: 'jmxExporter', member: 'JmxExporter' },
  { exporter: 'nodeExporter', member: 'NodeExporter' },
] as const

/** What of the resource becomes another: the rest of it stays as it is written. */
export function changeTerraform(name: string, wishes: Wishes): string | null {
  const { revision, kafkaVersion, instanceType, brokerCount, volumeSizeGiB, access, monitoring } = wishes
  const volume = volumeSizeGiB === undefined ? [] : lines([['volume_size', String(volumeSizeGiB)]])
  const group = [
    ...(instanceType === undefined ? [] : lines([['instance_type', quoted(instanceType)]])),
    ...(access === undefined ? [] : block('connectivity_info', publicAccessBlock(access))),
    ...(volume.length === 0 ? [] : block('storage_info', block('ebs_storage_info', volume))),
  ]
  const own = lines([
    ...(kafkaVersion === undefined ? [] : [['kafka_version', quoted(kafkaVersion)] as const]),
    ...(brokerCount === undefined ? [] : [['number_of_broker_nodes', String(brokerCount)] as const]),
    ...(monitoring?.enhancedMonitoring === undefined
      ? []
      : [['enhanced_monitoring', quoted(monitoring.enhancedMonitoring)] as const]),
  ])
  const configuration = revision
    ? block(
        'configuration_info',
        lines([
          ['arn', quoted(revision.arn)],
          ['revision', String(revision.revision)],
        ]),
      )
    : []
  const body = [
    ...own,
    ...(group.length === 0 ? [] : block('broker_node_group_info', group)),
    ...configuration,
    ...(monitoring === undefined ? [] : openMonitoringBlock(monitoring)),
  ]
  if (body.length === 0) return null
  return block(`resource "aws_msk_cluster" "${resourceName(name)}"`, body).join('\n')
}

const publicAccessBlock = (access: ClusterAccess): string[] =>
  block('public_access', lines([['type', quoted(publicAccessType(access))]]))
