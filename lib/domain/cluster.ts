import { z } from 'zod'
import { KAFKA_RELEASES, METADATA_MODES, type KafkaRelease } from './kafka-version'
import { PROFILES } from './broker-type'
import { openMonitoringSchema } from './open-monitoring'
import { PROTECTED_TAG } from './protection'

export const CLUSTER_STATES = [
  'ACTIVE',
  'CREATING',
  'DELETING',
  'FAILED',
  'HEALING',
  'MAINTENANCE',
  'REBOOTING_BROKER',
  'UPDATING',
] as const
export type ClusterState = (typeof CLUSTER_STATES)[number]

/** Cluster and configuration names on MSK: letters, digits and hyphens, no hyphen first, 1..64. */
export const CLUSTER_NAME_PATTERN = /^[0-9A-Za-z][0-9A-Za-z-]{0,63}$/

/** MSK's shape has voters apart from brokers; the development shape is one process for everything. */
export const CLUSTER_SHAPES = ['MSK', 'DEVELOPMENT'] as const
export type ClusterShape = (typeof CLUSTER_SHAPES)[number]

/** Who connects: clients on this machine only, or containers and other machines too. */
export const CLUSTER_ACCESS = ['THIS_MACHINE', 'OTHER_MACHINES'] as const
export type ClusterAccess = (typeof CLUSTER_ACCESS)[number]

/** MSK's words for it: public is whoever stands outside, as other machines do here. */
export const PUBLIC_ACCESS_TYPES = ['DISABLED', 'SERVICE_PROVIDED_EIPS'] as const
export type PublicAccessType = (typeof PUBLIC_ACCESS_TYPES)[number]
export const publicAccessType = (access: ClusterAccess): PublicAccessType =>
  access === 'OTHER_MACHINES' ? 'SERVICE_PROVIDED_EIPS' : 'DISABLED'
export const accessOf = (type: PublicAccessType): ClusterAccess =>
  type === 'SERVICE_PROVIDED_EIPS' ? 'OTHER_MACHINES' : 'THIS_MACHINE'

const releaseSchema = z.custom<KafkaRelease>(
  (value) => typeof value === 'string' && Object.hasOwn(KAFKA_RELEASES, value),
)
const heapSchema = z.object({ heapMinMiB: z.number().int(), heapMaxMiB: z.number().int() })

export const zoneSchema = z.object({ subnetId: z.string(), zoneId: z.string(), zoneName: z.string() })
export type Zone = z.infer<typeof zoneSchema>

/**
 * What the user asked for, complete: one generation each. Everything a node runs follows from this and the node's
 * place; nothing here is looked up again later.
 */
export const clusterSpecificationSchema = z.object({
  kafkaVersion: z.string(),
  release: releaseSchema,
  /**
   * Between the two rolls of an upgrade with ZooKeeper: what brokers speak to each other, and write, is still that of
   * the release before, such as 2.2. Left out: that of their release.
   */
  heldProtocol: z.string().optional(),
  /** The release that ZooKeeper servers were started with, where brokers have another by now: theirs is the same with all. */
  zookeeperRelease: releaseSchema.optional(),
  mode: z.enum(METADATA_MODES),
  shape: z.enum(CLUSTER_SHAPES),
  profile: z.enum(PROFILES),
  access: z.enum(CLUSTER_ACCESS),
  power: z.enum(['on', 'off']),
  instanceType: z.string(),
  brokerCount: z.number().int().positive(),
  volumeSizeGiB: z.number().int().positive(),
  zones: z.array(zoneSchema).min(1),
  securityGroups: z.array(z.string()),
  brokerHeap: heapSchema,
  voterHeap: heapSchema,
  /** The user's configuration revision, `server.properties` keys only. Empty means MSK's default configuration. */
  configuration: z.record(z.string(), z.string()),
  /**
   * What nodes are started with instead, where the change to `configuration` was taken while they ran: restarting
   * them for it would be for nothing. Left out where they are the same.
   */
  startConfiguration: z.record(z.string(), z.string()).optional(),
  /** Which revision that was. */
  configurationInfo: z.object({ arn: z.string(), revision: z.number().int() }).optional(),
  enhancedMonitoring: z.string(),
  /** Left out by clusters from before it could be chosen: off. */
  openMonitoring: openMonitoringSchema.optional(),
  /** The creation named its client authentication. MSK describes it only then, and Terraform compares what is described. */
  namesAuthentication: z.boolean().optional(),
  /** Raised to restart one node without another change. */
  restartTokens: z.record(z.string(), z.number().int()),
})
export type ClusterSpecification = z.infer<typeof clusterSpecificationSchema>

export const replicationFactor = (brokerCount: number): number => Math.min(3, brokerCount)

type Standing = { state: ClusterState; power: 'on' | 'off' }
type MayBePaused = { healingPause: object | null }
type MayBeProtected = { isProtected: boolean }
export type Permission = { may: true } | { may: false; why: string }

const yes: Permission = { may: true }
const no = (why: string): Permission => ({ may: false, why })

/**
 * One truth for "may I?": it disables the button with its reason, the verb asserts it, the planner sees the result.
 * The wording follows the pattern MSK was seen to use ("You can't delete cluster in DELETING state.").
 */
export const clusterCan = {
  stop: ({ state, power }: Standing): Permission => {
    if (power === 'off') return no('The cluster is stopped already.')
    if (state === 'ACTIVE' || state === 'HEALING') return yes
    return no(`You can't stop cluster in ${state} state.`)
  },
  start: ({ state, power }: Standing): Permission => {
    if (power === 'on') return no('The cluster is running already.')
    if (state === 'ACTIVE' || state === 'HEALING') return yes
    return no(`You can't start cluster in ${state} state.`)
  },
  delete: ({ state, isProtected }: Pick<Standing, 'state'> & MayBeProtected): Permission => {
    if (state === 'DELETING') return no("You can't delete cluster in DELETING state.")
    return isProtected
      ? no(`The cluster is protected from deletion: its tag ${PROTECTED_TAG} is true. Remove the tag first.`)
      : yes
  },
  changeMonitoring: ({ state }: Standing): Permission =>
    state === 'ACTIVE' ? yes : no(`You can't update monitoring of cluster in ${state} state.`),
  changeConfiguration: ({ state, power }: Standing): Permission => {
    if (power === 'off') return no('The cluster is stopped. Start it to change its configuration.')
    return state === 'ACTIVE' ? yes : no(`You can't update configuration of cluster in ${state} state.`)
  },
  /** On a stopped cluster too: a volume is only as large as it may become. */
  growStorage: ({ state }: Standing): Permission =>
    state === 'ACTIVE' ? yes : no(`You can't update storage of cluster in ${state} state.`),
  /** MSK's word for both directions is one. */
  changeBrokerCount: ({ state, power }: Standing): Permission => {
    if (power === 'off') return no('The cluster is stopped. Start it to change its number of brokers.')
    return state === 'ACTIVE' ? yes : no(`You can't update broker count of cluster in ${state} state.`)
  },
  changeBrokerType: ({ state, power }: Standing): Permission => {
    if (power === 'off') return no('The cluster is stopped. Start it to change the type of its brokers.')
    return state === 'ACTIVE' ? yes : no(`You can't update broker type of cluster in ${state} state.`)
  },
  changeAccess: ({ state, power }: Standing): Permission => {
    if (power === 'off') return no('The cluster is stopped. Start it to change who connects.')
    return state === 'ACTIVE' ? yes : no(`You can't update connectivity of cluster in ${state} state.`)
  },
  rebalance: ({ state, power }: Standing): Permission => {
    if (power === 'off') return no('The cluster is stopped. Start it to move its partitions.')
    return state === 'ACTIVE' ? yes : no(`You can't rebalance cluster in ${state} state.`)
  },
  changeVersion: ({ state, power }: Standing): Permission => {
    if (power === 'off') return no('The cluster is stopped. Start it to upgrade it.')
    return state === 'ACTIVE' ? yes : no(`You can't update Kafka version of cluster in ${state} state.`)
  },
  reboot: ({ state, power }: Standing): Permission => {
    if (power === 'off') return no('The cluster is stopped: none of its brokers runs.')
    return state === 'ACTIVE' ? yes : no(`You can't reboot brokers of cluster in ${state} state.`)
  },
  pauseHealing: ({ state, power }: Standing): Permission => {
    if (power === 'off') return no('The cluster is stopped: nothing of it is healed.')
    if (state === 'CREATING' || state === 'DELETING' || state === 'FAILED' || state === 'MAINTENANCE') {
      return no(`You can't pause healing of cluster in ${state} state.`)
    }
    return yes
  },
  retryHealing: ({ state }: Pick<Standing, 'state'>): Permission =>
    state === 'HEALING' ? yes : no('Nothing of the cluster waits to be healed.'),
  resumeHealing: ({ healingPause }: MayBePaused): Permission =>
    healingPause === null ? no('Healing is not paused.') : yes,
  changeTopics: ({ state, power }: Standing): Permission => {
    if (power === 'off') return no('The cluster is stopped. Start it to work with its topics.')
    if (state === 'CREATING' || state === 'DELETING' || state === 'FAILED') {
      return no(`You can't change topics in ${state} state.`)
    }
    return yes
  },
  readTopics: (standing: Standing): Permission => clusterCan.changeTopics(standing),
  connect: ({ state }: Standing): Permission =>
    state === 'FAILED' || state === 'CREATING' || state === 'DELETING'
      ? no(`You can't get bootstrap broker nodes for a cluster in ${state} state.`)
      : yes,
} as const satisfies Record<string, (standing: Standing & MayBePaused & MayBeProtected) => Permission>
