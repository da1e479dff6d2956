import type { ConnectivityInfo, LogDestinations, LoggingInfo } from '@/lib/contract/msk/cluster-settings'
import type { ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import { badRequest } from '../../http/api-error'
import { refusal, type Refusal } from './refusal'

/**
 * What MSK can and Mosaik cannot yet: each wish is refused with a sentence of its own, none is ignored, and saying
 * "off" is fine. Where MSK itself refuses the wish at creation, its words are used.
 */
type Wish = readonly [isWished: boolean, field: string, why: string]

export function notBuilt(request: ProvisionedRequest): Refusal[] {
  const { rebalancing, loggingInfo, brokerNodeGroupInfo } = request
  const wishes: Wish[] = [
    ...encryption(request),
    ...authentication(request),
    ...connectivity(brokerNodeGroupInfo.connectivityInfo ?? {}),
    ...storage(request),
    ...monitoring(request),
    ...(loggingInfo ? logging(loggingInfo) : []),
    [
      rebalancing?.status === 'ACTIVE',
      'rebalancing',
      'Intelligent rebalancing is not built. Leave rebalancing out or set its status to PAUSED.',
    ],
  ]
  return wishes
    .filter(([isWished]) => isWished)
    .map(([, field, why]) =>
      refusal({ rule: 'notBuilt', field, message: why, parameters: { member: field } }),
    )
}

/** The same of a change: the first wish that cannot be granted. */
export function refuseWished(wishes: readonly Wish[]): void {
  const wish = wishes.find(([isWished]) => isWished)
  if (wish) throw badRequest(wish[2], wish[1])
}

function encryption({ encryptionInfo }: ProvisionedRequest): Wish[] {
  const { clientBroker = 'PLAINTEXT', inCluster } = encryptionInfo?.encryptionInTransit ?? {}
  return [
    [
      encryptionInfo?.encryptionAtRest !== undefined,
      'encryptionAtRest',
      'Mosaik does not encrypt volumes with KMS keys. Leave encryptionAtRest out; encrypt the disk under MOSAIK_HOME instead.',
    ],
    [
      clientBroker !== 'PLAINTEXT',
      'clientBroker',
      `TLS between clients and brokers is not built yet, so clientBroker cannot be ${clientBroker}. Use PLAINTEXT or leave it out.`,
    ],
    [
      inCluster === true,
      'inCluster',
      'TLS between brokers is not built yet. Set inCluster to false or leave it out.',
    ],
  ]
}

function authentication({ clientAuthentication }: ProvisionedRequest): Wish[] {
  const { sasl, tls, unauthenticated } = clientAuthentication ?? {}
  const wishes: [string, boolean][] = [
    ['SASL/SCRAM', sasl?.scram?.enabled === true],
    ['IAM', sasl?.iam?.enabled === true],
    ['Mutual TLS', tls?.enabled === true || (tls?.certificateAuthorityArnList ?? []).length > 0],
  ]
  return [
    ...wishes.map(([name, isWished]): Wish => [
      isWished,
      'clientAuthentication',
      `${name} authentication is not built yet: brokers accept unauthenticated clients. Leave it disabled.`,
    ]),
    [
      unauthenticated?.enabled === false && wishes.every(([, isWished]) => !isWished),
      'clientAuthentication',
      'Unauthenticated cannot be set to false without enabling any authentication mechanisms.',
    ],
  ]
}

function connectivity({ publicAccess, vpcConnectivity, networkType }: ConnectivityInfo): Wish[] {
  const { sasl, tls } = vpcConnectivity?.clientAuthentication ?? {}
  return [
    [
      publicAccess?.type !== undefined && publicAccess.type !== 'DISABLED',
      'publicAccess',
      'When creating a cluster, the only valid value for the Type parameter in PublicAccess is DISABLED.',
    ],
    [
      [sasl?.scram?.enabled, sasl?.iam?.enabled, tls?.enabled].includes(true),
      'vpcConnectivity',
      "When creating a cluster, all vpcConnectivity auth schemes must be disabled ('enabled' : false).",
    ],
    [
      networkType === 'DUAL',
      'networkType',
      'Invalid NetworkType value in ConnectivityInfo. When creating a cluster, only IPV4 is supported.',
    ],
  ]
}

const storage = ({ storageMode, brokerNodeGroupInfo }: ProvisionedRequest): Wish[] =>
  storageWishes({
    storageMode,
    throughput: brokerNodeGroupInfo.storageInfo?.ebsStorageInfo?.provisionedThroughput,
  })

type StorageWish = {
  storageMode?: 'LOCAL' | 'TIERED' | undefined
  throughput?: { enabled?: boolean | undefined; volumeThroughput?: number | undefined } | undefined
}

export function storageWishes({ storageMode, throughput }: StorageWish): Wish[] {
  return [
    [
      storageMode === 'TIERED',
      'storageMode',
      'Tiered storage is not built yet. Use LOCAL or leave storageMode out.',
    ],
    [
      throughput?.enabled === true,
      'provisionedThroughput',
      'Provisioned throughput is not built: a volume here is a folder on a disk of this machine. Leave it disabled.',
    ],
    [
      throughput?.enabled !== true && throughput?.volumeThroughput !== undefined,
      'volumeThroughput',
      'To specify a value for VolumeThroughput, you must enable ProvisionedThroughput.',
    ],
  ]
}

function monitoring({ openMonitoring }: ProvisionedRequest): Wish[] {
  const { jmxExporter, nodeExporter } = openMonitoring?.prometheus ?? {}
  return [
    [
      openMonitoring !== undefined && !jmxExporter && !nodeExporter,
      'openMonitoring',
      'You must specify at least one type of exporter, either nodeExporter or jmxExporter.',
    ],
  ]
}

export const logging = ({ brokerLogs, authorizerLogs = {} }: LoggingInfo): Wish[] => [
  [
    !brokerLogs.cloudWatchLogs && !brokerLogs.firehose && !brokerLogs.s3,
    'brokerLogs',
    'You must define one or more of the following broker log types: CloudWatch Logs, Kinesis Data Firehose, Amazon S3.',
  ],
  ...destinations('brokerLogs', brokerLogs),
  ...destinations('authorizerLogs', authorizerLogs),
]

function destinations(field: string, { cloudWatchLogs, firehose, s3 }: LogDestinations): Wish[] {
  const names: [string, boolean | undefined][] = [
    ['CloudWatch Logs', cloudWatchLogs?.enabled],
    ['Kinesis Data Firehose', firehose?.enabled],
    ['Amazon S3', s3?.enabled],
  ]
  return names.map(([name, enabled]) => [
    enabled === true,
    field,
    `Delivering logs to ${name} is not built: the log of each broker is a file below MOSAIK_HOME. Leave it disabled.`,
  ])
}
