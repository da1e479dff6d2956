import { compareReleases, type KafkaVersion } from './kafka-version'

/**
 * Broker types keep MSK's names and stand for local resources. vCPU and memory are those of the AWS instance type
 * (AWS's sizing script, msk limits page); what a process gets here is scaled to the host and shown before creation.
 */
export type BrokerType = {
  name: string
  vcpus: number
  memoryGiB: number
  /** Partitions (leaders and followers) AWS recommends at most per broker. */
  partitionsRecommended: number
}

const type = (name: string, vcpus: number, memoryGiB: number, partitionsRecommended: number): BrokerType => ({
  name,
  vcpus,
  memoryGiB,
  partitionsRecommended,
})

export const BROKER_TYPES: readonly BrokerType[] = [
  type('kafka.t3.small', 2, 2, 300),
  type('kafka.m5.large', 2, 8, 1000),
  type('kafka.m5.xlarge', 4, 16, 1000),
  type('kafka.m5.2xlarge', 8, 32, 2000),
  type('kafka.m5.4xlarge', 16, 64, 4000),
  type('kafka.m5.8xlarge', 32, 128, 4000),
  type('kafka.m5.12xlarge', 48, 192, 4000),
  type('kafka.m5.16xlarge', 64, 256, 4000),
  type('kafka.m5.24xlarge', 96, 384, 4000),
  type('kafka.m7g.large', 2, 8, 1000),
  type('kafka.m7g.xlarge', 4, 16, 1000),
  type('kafka.m7g.2xlarge', 8, 32, 2000),
  type('kafka.m7g.4xlarge', 16, 64, 4000),
  type('kafka.m7g.8xlarge', 32, 128, 4000),
  type('kafka.m7g.12xlarge', 48, 192, 4000),
  type('kafka.m7g.16xlarge', 64, 256, 4000),
]

export const DEFAULT_BROKER_TYPE = 'kafka.m5.large'

export const findBrokerType = (name: string): BrokerType | undefined =>
  BROKER_TYPES.find((candidate) => candidate.name === name)

/** As on MSK: a t3.small is too small for KRaft, and the m7g family begins with Kafka 3.3.2. */
export const brokerTypesFor = ({
  mode,
  release,
}: Pick<KafkaVersion, 'mode' | 'release'>): readonly BrokerType[] =>
  BROKER_TYPES.filter(({ name }) => {
    if (name === 'kafka.t3.small') return mode === 'ZOOKEEPER'
    return !name.startsWith('kafka.m7g.') || compareReleases(release, '3.3.2') >= 0
  })

/** More than this on one broker, and MSK refuses to go down to the type: half as many again as it recommends. */
export const partitionsMax = ({ name, partitionsRecommended }: BrokerType): number =>
  name === 'kafka.t3.small' ? partitionsRecommended : partitionsRecommended * 1.5

type TypeChange = {
  from: string
  to: string
  version: Pick<KafkaVersion, 'mode' | 'release'>
  /** Replicas on the broker that holds most; null where not known. */
  replicasMax: number | null
}

/** Why brokers cannot come to this type, as far as MSK's rules go; null when they can. */
export function brokerTypeProblem({ from, to, version, replicasMax }: TypeChange): string | null {
  const types = brokerTypesFor(version)
  const [before, after] = [findBrokerType(from), types.find(({ name }) => name === to)]
  if (after === undefined) {
    return `Unsupported InstanceType specified. Valid values: [${types.map(({ name }) => name).join(', ')}]`
  }
  if (from === to) return `The request changes nothing: the brokers are of type ${to} already.`
  const max = partitionsMax(after)
  if (before === undefined || partitionsMax(before) <= max) return null
  if (replicasMax === null)
    return 'How many partitions the brokers hold is not known at the moment. Try again.'
  if (replicasMax <= max) return null
  return `A broker holds ${replicasMax} partitions, and one of type ${to} takes at most ${max}. Delete topics, add brokers, or choose a larger type.`
}

/** Two profiles: small and quick for laptops and CI, or Kafka's own times and full JIT. Chosen at creation. */
export const PROFILES = ['lab', 'server'] as const
export type Profile = (typeof PROFILES)[number]

export type Heap = { heapMinMiB: number; heapMaxMiB: number }

/** AWS gives Kafka about half of a small instance's memory as heap and never more than 6 GiB: so do we. */
const SERVER_HEAP_MAX_MIB = 6144

/** Heap of a broker process; `server` takes the type's heap but never more than a quarter of the host's memory. */
export function brokerHeap(profile: Profile, brokerType: BrokerType, hostMemoryBytes: number): Heap {
  if (profile === 'lab') return { heapMinMiB: 64, heapMaxMiB: 256 }
  const ofType = Math.min(brokerType.memoryGiB * 512, SERVER_HEAP_MAX_MIB)
  const ofHost = Math.floor(hostMemoryBytes / 4 / 1024 ** 2)
  const heapMiB = Math.max(512, Math.min(ofType, ofHost))
  return { heapMinMiB: heapMiB, heapMaxMiB: heapMiB }
}

export function votersHeap(profile: Profile): Heap {
  return profile === 'lab' ? { heapMinMiB: 48, heapMaxMiB: 192 } : { heapMinMiB: 256, heapMaxMiB: 512 }
}

/** What a type comes to on this host, and what the size of its heap follows from. */
export type BrokerHere = BrokerType & { heapMaxMiB: number; heapFrom: 'profile' | 'type' | 'host' }

export function brokerHere(profile: Profile, brokerType: BrokerType, hostMemoryBytes: number): BrokerHere {
  const { heapMaxMiB } = brokerHeap(profile, brokerType, hostMemoryBytes)
  const isOfType = heapMaxMiB === brokerHeap('server', brokerType, Number.MAX_SAFE_INTEGER).heapMaxMiB
  return { ...brokerType, heapMaxMiB, heapFrom: profile === 'lab' ? 'profile' : isOfType ? 'type' : 'host' }
}
