import { VOLUME_SIZE_GIB_MAX } from '@/lib/domain/storage'
import type { ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import { BROKERS_MAX } from '@/lib/domain/broker-count'
import { brokerTypesFor } from '@/lib/domain/broker-type'
import { CLUSTER_NAME_PATTERN } from '@/lib/domain/cluster'
import type { MosaikChoices } from '@/lib/domain/cluster-request'
import { findKafkaVersion, kafkaVersionProblem } from '@/lib/domain/kafka-version'
import { refusal, type Refusal } from './refusal'

/**
 * What a request must fulfil whatever the state of the host, in MSK's words (captured from real answers) where MSK
 * has them. Pure: the preview and the creation ask the same questions.
 */

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
    : [
        refusal({
          rule: 'nameCharacters',
          field: 'clusterName',
          message: 'The parameter value contains one or more characters that are not valid.',
        }),
      ]

function subnetAndCountRules({ brokerNodeGroupInfo, numberOfBrokerNodes }: ProvisionedRequest): Refusal[] {
  const { clientSubnets } = brokerNodeGroupInfo
  if (new Set(clientSubnets).size < clientSubnets.length) {
    return [
      refusal({
        rule: 'subnetsTwice',
        field: 'clientSubnets',
        message: 'The list provided contains duplicate items.',
      }),
    ]
  }
  if (clientSubnets.length < 2 || clientSubnets.length > 3) {
    return [
      refusal({
        rule: 'subnetsCount',
        field: 'brokerNodeGroupInfo',
        parameters: { count: clientSubnets.length },
        message: 'Specify either two or three client subnets.',
      }),
    ]
  }
  if (numberOfBrokerNodes < 1 || numberOfBrokerNodes % clientSubnets.length !== 0) {
    return [
      refusal({
        rule: 'brokersPerZone',
        field: 'numberOfBrokerNodes',
        parameters: { brokers: numberOfBrokerNodes, zones: clientSubnets.length },
        message:
          'The target number of broker nodes must be a multiple of the number of Availability Zones in the Client subnets parameter',
      }),
    ]
  }
  return []
}

function developmentRules(request: ProvisionedRequest): Refusal[] {
  const { brokerNodeGroupInfo, numberOfBrokerNodes, kafkaVersion } = request
  const version = findKafkaVersion(kafkaVersion)
  const refusals: Refusal[] = []
  if (brokerNodeGroupInfo.clientSubnets.length !== 1) {
    const message = 'The development shape is one node: specify one client subnet.'
    refusals.push(refusal({ rule: 'oneSubnet', field: 'clientSubnets', message }))
  }
  if (numberOfBrokerNodes !== 1) {
    const message = 'The development shape is one node: set numberOfBrokerNodes to 1.'
    refusals.push(refusal({ rule: 'oneBroker', field: 'numberOfBrokerNodes', message }))
  }
  if (version?.mode === 'ZOOKEEPER') {
    const message = `The development shape is one KRaft process, and Kafka ${version.name} runs with ZooKeeper. Use the three-zone shape for it.`
    const parameters = { version: version.name }
    refusals.push(refusal({ rule: 'versionNeedsZones', field: 'kafkaVersion', parameters, message }))
  }
  return refusals
}

function versionAndTypeRules(request: ProvisionedRequest): Refusal[] {
  const { kafkaVersion } = request
  const version = findKafkaVersion(kafkaVersion)
  if (!version) {
    const message = kafkaVersionProblem(kafkaVersion) ?? 'Unsupported KafkaVersion'
    return [
      refusal({ rule: 'version', field: 'kafkaVersion', parameters: { version: kafkaVersion }, message }),
    ]
  }
  const { instanceType } = request.brokerNodeGroupInfo
  const brokersMax = BROKERS_MAX[version.mode]
  const refusals: Refusal[] = []
  const types = brokerTypesFor(version).map(({ name }) => name)
  if (!types.includes(instanceType)) {
    refusals.push(
      refusal({
        rule: 'brokerType',
        field: 'instanceType',
        parameters: { type: instanceType, version: version.name },
        message: `Unsupported InstanceType specified. Valid values: [${types.join(', ')}]`,
      }),
    )
  }
  if (request.numberOfBrokerNodes > brokersMax) {
    refusals.push(
      refusal({
        rule: 'brokersMax',
        field: 'numberOfBrokerNodes',
        parameters: { version: version.name, max: brokersMax, brokers: request.numberOfBrokerNodes },
        message: `A cluster of Kafka ${version.name} has at most ${brokersMax} brokers.`,
      }),
    )
  }
  return refusals
}

function volumeRules({ brokerNodeGroupInfo }: ProvisionedRequest): Refusal[] {
  const size = brokerNodeGroupInfo.storageInfo?.ebsStorageInfo?.volumeSize
  if (size === undefined || (size >= 1 && size <= VOLUME_SIZE_GIB_MAX)) return []
  return [
    refusal({
      rule: 'volumeSize',
      field: 'volumeSize',
      parameters: { max: VOLUME_SIZE_GIB_MAX },
      message: `The volume size must be between 1 and ${VOLUME_SIZE_GIB_MAX} GiB.`,
    }),
  ]
}
