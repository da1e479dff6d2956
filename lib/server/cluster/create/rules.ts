import type { ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import { BROKER_TYPES, type BrokerType } from '@/lib/domain/broker-type'
import { CLUSTER_NAME_PATTERN } from '@/lib/domain/cluster'
import type { MosaikChoices } from '@/lib/domain/cluster-request'
import {
  compareReleases,
  findKafkaVersion,
  kafkaVersionProblem,
  type KafkaVersion,
} from '@/lib/domain/kafka-version'
import { refusal, type Refusal } from './refusal'

/**
 * What a request must fulfil whatever the state of the host, in MSK's words (captured from real answers) where MSK
 * has them. Pure: the preview and the creation ask the same questions.
 */
export const VOLUME_SIZE_GIB_MAX = 16_384

export function requestRules(
  clusterName: string,
  request: ProvisionedRequest,
  { shape }: MosaikChoices,
): Refusal[] {
  return [
    ...nameRules(clusterName),
    ...(shape === 'DEVELOPMENT' ? developmentRules(request) : subnetAndCountRules(request)),
    ...versionAndTypeRules(request),
    ...volumeRules(request),
  ]
}

const nameRules = (name: string): Refusal[] =>
  CLUSTER_NAME_PATTERN.test(name)
    ? []
    : [refusal('clusterName', 'The parameter value contains one or more characters that are not valid.')]

function subnetAndCountRules({ brokerNodeGroupInfo, numberOfBrokerNodes }: ProvisionedRequest): Refusal[] {
  const { clientSubnets } = brokerNodeGroupInfo
  if (new Set(clientSubnets).size < clientSubnets.length) {
    return [refusal('clientSubnets', 'The list provided contains duplicate items.')]
  }
  if (clientSubnets.length < 2 || clientSubnets.length > 3) {
    return [refusal('brokerNodeGroupInfo', 'Specify either two or three client subnets.')]
  }
  if (numberOfBrokerNodes < 1 || numberOfBrokerNodes % clientSubnets.length !== 0) {
    return [
      refusal(
        'numberOfBrokerNodes',
        'The target number of broker nodes must be a multiple of the number of Availability Zones in the Client subnets parameter',
      ),
    ]
  }
  return []
}

function developmentRules({ brokerNodeGroupInfo, numberOfBrokerNodes, kafkaVersion }: ProvisionedRequest) {
  const version = findKafkaVersion(kafkaVersion)
  return [
    ...(brokerNodeGroupInfo.clientSubnets.length === 1
      ? []
      : [refusal('clientSubnets', 'The development shape is one node: specify one client subnet.')]),
    ...(numberOfBrokerNodes === 1
      ? []
      : [refusal('numberOfBrokerNodes', 'The development shape is one node: set numberOfBrokerNodes to 1.')]),
    ...(version?.mode === 'ZOOKEEPER'
      ? [
          refusal(
            'kafkaVersion',
            `The development shape is one KRaft process, and Kafka ${version.name} runs with ZooKeeper. Use the three-zone shape for it.`,
          ),
        ]
      : []),
  ]
}

/** AWS's soft quotas of brokers per cluster. */
const BROKERS_MAX = { ZOOKEEPER: 30, KRAFT: 60 } as const

function versionAndTypeRules(request: ProvisionedRequest): Refusal[] {
  const version = findKafkaVersion(request.kafkaVersion)
  if (!version) {
    return [refusal('kafkaVersion', kafkaVersionProblem(request.kafkaVersion) ?? 'Unsupported KafkaVersion')]
  }
  const { instanceType } = request.brokerNodeGroupInfo
  const types = typesFor(version)
  const brokersMax = BROKERS_MAX[version.mode]
  return [
    ...(types.some((type) => type.name === instanceType)
      ? []
      : [
          refusal(
            'instanceType',
            `Unsupported InstanceType specified. Valid values: [${types.map((type) => type.name).join(', ')}]`,
          ),
        ]),
    ...(request.numberOfBrokerNodes > brokersMax
      ? [
          refusal(
            'numberOfBrokerNodes',
            `A cluster of Kafka ${version.name} has at most ${brokersMax} brokers.`,
          ),
        ]
      : []),
  ]
}

/** As on MSK: a t3.small is too small for KRaft, and the m7g family begins with Kafka 3.3.2. */
function typesFor({ mode, release }: KafkaVersion): readonly BrokerType[] {
  return BROKER_TYPES.filter(({ name }) => {
    if (name === 'kafka.t3.small') return mode === 'ZOOKEEPER'
    return !name.startsWith('kafka.m7g.') || compareReleases(release, '3.3.2') >= 0
  })
}

function volumeRules({ brokerNodeGroupInfo }: ProvisionedRequest): Refusal[] {
  const size = brokerNodeGroupInfo.storageInfo?.ebsStorageInfo?.volumeSize
  if (size === undefined || (size >= 1 && size <= VOLUME_SIZE_GIB_MAX)) return []
  return [refusal('volumeSize', `The volume size must be between 1 and ${VOLUME_SIZE_GIB_MAX} GiB.`)]
}
