import type { ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import { brokerHeap, findBrokerType, votersHeap } from '@/lib/domain/broker-type'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { readMosaikTags, type MosaikChoices } from '@/lib/domain/cluster-request'
import type { OpenMonitoring } from '@/lib/domain/open-monitoring'
import { findKafkaVersion } from '@/lib/domain/kafka-version'
import type { HostResources } from '@/lib/broker-runtime/runtime'
import { environment } from '../../env'
import { database, runtime } from '../../process'
import { tagProblem } from '../../tag/rules'
import type { PlacedNode } from './addresses'
import { type ChosenConfiguration, chosenConfiguration } from './configuration'
import { layOut } from './layout'
import { notBuilt } from './not-built'
import { findPlaces } from './places'
import { promisedResources } from './promised'
import { NoPlaceLeft, refusal, type Refusal } from './refusal'
import type { CreateRequest } from './request'
import { fits, resourcesOf, type ResourceSums } from './resources'
import { requestRules } from './rules'
import { placeSubnets, type SubnetBlock } from './subnets'

/**
 * Everything about a creation up to the moment it is stored. A preview and a creation both run exactly this, so that
 * what is shown is what would happen; nothing is written here.
 */
export type Draft = {
  request: CreateRequest
  specification: ClusterSpecification
  nodes: readonly PlacedNode[]
  adopted: readonly SubnetBlock[]
  /** It comes with the alarms that MSK's best practices ask for. */
  hasRecommendedAlarms: boolean
}

export type Preparation = {
  /** Empty when the cluster may be created. */
  refusals: readonly Refusal[]
  /** Null when the request is too wrong to be laid out. */
  draft: Draft | null
  needed: ResourceSums | null
  promised: ResourceSums
  host: HostResources
}

/** What a broker gets when nobody says how much. */
export const DEFAULT_VOLUME_SIZE_GIB = 100

const DEFAULT_CHOICES: MosaikChoices = {
  shape: 'MSK',
  profile: 'lab',
  access: 'THIS_MACHINE',
  ports: 'MSK',
  alarms: 'NONE',
  behaviour: 'MSK',
}

export async function prepareCreation(request: CreateRequest): Promise<Preparation> {
  const { clusterName, provisioned } = request
  const { choices, refusals: ofTags } = choicesOf(request)
  const rules = requestRules(clusterName, provisioned, choices)
  const [host, promised, taken, configuration] = await Promise.all([
    runtime().host(),
    promisedResources(),
    nameTaken(request),
    chosenConfiguration(request),
  ])
  // Tags first: a wrong one leaves the shape unknown, by which subnets and counts are judged.
  const early = [
    ...ofTags,
    ...rules,
    ...taken,
    ...configuration.refusals,
    ...notBuilt(provisioned),
    ...accessRules(choices),
  ]
  // A wrong name still can be laid out, a wrong number of brokers cannot.
  if (rules.some(({ field }) => field !== 'clusterName')) {
    return { refusals: early, draft: null, needed: null, promised, host }
  }
  const { draft, refusals: late } = await lay(request, choices, host, configuration).catch(noPlaceLeft)
  if (!draft) return { refusals: [...early, ...late], draft, needed: null, promised, host }
  const needed = resourcesOf(
    draft.specification,
    draft.nodes.map(({ role }) => role),
  )
  return {
    refusals: [...early, ...late, ...fits(needed, host, promised)],
    draft,
    needed,
    promised,
    host,
  }
}

function choicesOf({ tags }: CreateRequest): { choices: MosaikChoices; refusals: Refusal[] } {
  const problem = tagProblem(tags)
  const read = readMosaikTags(tags)
  const refusals = problem === null ? [] : [refusal({ ...problem, field: 'tags' })]
  return 'choices' in read
    ? { choices: read.choices, refusals }
    : {
        choices: DEFAULT_CHOICES,
        refusals: [
          ...refusals,
          refusal({ rule: 'tagOfMosaik', field: 'tags', message: read.why, parameters: { tag: read.tag } }),
        ],
      }
}

async function nameTaken({ region, clusterName }: CreateRequest): Promise<Refusal[]> {
  const found = await database().cluster.findUnique({
    where: { region_name: { region, name: clusterName } },
    select: { presence: true },
  })
  if (!found) return []
  const isLeaving = found.presence === 'absent'
  return [
    refusal({
      rule: isLeaving ? 'nameLeaving' : 'nameTaken',
      field: 'clusterName',
      type: 'ConflictException',
      parameters: { name: clusterName, region },
      message: isLeaving
        ? `The cluster ${clusterName} is being deleted. Its name is free as soon as it is gone.`
        : `A cluster with the name ${clusterName} already exists in ${region}.`,
    }),
  ]
}

export const NO_ADVERTISED_HOST =
  'Containers and other machines need a name for this machine, and Mosaik was started without one. Set MOSAIK_ADVERTISED_HOST to a name or address they reach it under, and start Mosaik again.'

function accessRules({ access }: MosaikChoices): Refusal[] {
  if (access === 'THIS_MACHINE' || environment().advertisedHost !== null) return []
  return [
    refusal({
      rule: 'noAdvertisedHost',
      field: 'tags',
      message: NO_ADVERTISED_HOST,
    }),
  ]
}

async function lay(
  request: CreateRequest,
  choices: MosaikChoices,
  host: HostResources,
  { chosen }: ChosenConfiguration,
) {
  const { region, provisioned } = request
  const known = await database().subnet.findMany()
  const { subnets, adopted, refusals } = placeSubnets({
    region,
    requested: provisioned.brokerNodeGroupInfo.clientSubnets,
    known: known
      .filter((subnet) => subnet.region === region)
      .map(({ id, zoneId, zoneName, cidr }) => ({ subnetId: id, zoneId, zoneName, cidr })),
    blocksInUse: new Set(known.map(({ cidr }) => cidr)),
    network: environment().network,
  })
  const specification = { ...specify(provisioned, choices, subnets, host), ...chosen }
  const { nodes, refusals: ofPlaces } = await findPlaces(request, choices, {
    nodes: layOut(specification, subnets),
    openMonitoring: chosenExporters(provisioned),
  })
  return {
    draft: {
      request,
      specification,
      nodes,
      adopted,
      hasRecommendedAlarms: choices.alarms === 'RECOMMENDED',
    },
    refusals: [...refusals, ...zoneIdRules(provisioned, subnets), ...ofPlaces],
  }
}

const chosenExporters = ({ openMonitoring }: ProvisionedRequest): OpenMonitoring => ({
  jmxExporter: openMonitoring?.prometheus.jmxExporter?.enabledInBroker === true,
  nodeExporter: openMonitoring?.prometheus.nodeExporter?.enabledInBroker === true,
})

function noPlaceLeft(error: unknown): { draft: null; refusals: Refusal[] } {
  if (error instanceof NoPlaceLeft) return { draft: null, refusals: [error.refusal] }
  throw error
}

/** `zoneIds` says nothing that the subnets do not say; a caller who says it wants to be told when it is not so. */
function zoneIdRules(
  { brokerNodeGroupInfo }: ProvisionedRequest,
  subnets: readonly SubnetBlock[],
): Refusal[] {
  const zoneIds = subnets.map(({ zoneId }) => zoneId)
  const said = brokerNodeGroupInfo.zoneIds
  if (said === undefined || said.toSorted().join() === zoneIds.toSorted().join()) return []
  const [zones, wanted] = [zoneIds.join(', '), said.join(', ')]
  return [
    refusal({
      rule: 'zonesOfSubnets',
      field: 'zoneIds',
      parameters: { zones, wanted },
      message: `The client subnets are in ${zones}, not in ${wanted}.`,
    }),
  ]
}

function specify(
  request: ProvisionedRequest,
  { shape, profile, access }: MosaikChoices,
  subnets: readonly SubnetBlock[],
  host: HostResources,
): ClusterSpecification {
  const { instanceType, securityGroups, storageInfo } = request.brokerNodeGroupInfo
  const version = findKafkaVersion(request.kafkaVersion)
  const brokerType = findBrokerType(instanceType)
  if (!version || !brokerType) {
    throw new Error(`${request.kafkaVersion} on ${instanceType} passed the rules and is unknown.`)
  }
  return {
    kafkaVersion: version.name,
    release: version.release,
    mode: version.mode,
    shape,
    profile,
    access,
    power: 'on',
    instanceType,
    brokerCount: request.numberOfBrokerNodes,
    volumeSizeGiB: storageInfo?.ebsStorageInfo?.volumeSize ?? DEFAULT_VOLUME_SIZE_GIB,
    zones: subnets.map(({ subnetId, zoneId, zoneName }) => ({ subnetId, zoneId, zoneName })),
    securityGroups: securityGroups ?? [],
    brokerHeap: brokerHeap(profile, brokerType, host.memoryTotalBytes),
    voterHeap: votersHeap(profile),
    configuration: {},
    enhancedMonitoring: request.enhancedMonitoring ?? 'DEFAULT',
    openMonitoring: chosenExporters(request),
    ...(request.clientAuthentication === undefined ? {} : { namesAuthentication: true }),
    restartTokens: {},
  }
}
