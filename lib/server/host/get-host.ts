import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import { BROKER_TYPES } from '@/lib/domain/broker-type'
import { KAFKA_VERSIONS } from '@/lib/domain/kafka-version'
import { environment } from '../env'
import type { Verb } from '../http/context'
import { database, runtime } from '../process'

/** Regions the console offers beside those that have clusters. Each is only a name space here, as far as one likes. */
const OFFERED_REGIONS = [
  'us-east-1',
  'us-west-2',
  'eu-central-1',
  'eu-west-1',
  'ap-northeast-1',
  'ap-southeast-1',
]

export const getHost: Verb<typeof consoleEndpoints.getHost> = async ({ input: { region } }) => {
  const db = database()
  const driver = runtime()
  const [host, directories, clusters, used, prepared] = await Promise.all([
    driver.host(),
    driver.directories(),
    db.cluster.findMany({ select: { id: true } }),
    db.cluster.findMany({ distinct: ['region'], select: { region: true } }),
    preparedReleases(),
  ])
  const known = new Set(clusters.map(({ id }) => id))
  return {
    hostname: host.hostname,
    cpus: host.cpus,
    memoryTotalBytes: host.memoryTotalBytes,
    memoryFreeBytes: host.memoryFreeBytes,
    diskTotalBytes: host.diskTotalBytes,
    diskFreeBytes: host.diskFreeBytes,
    javaVersion: host.javaVersion,
    advertisedHost: environment().advertisedHost,
    unknownDirectories: directories.filter(({ clusterId }) => !known.has(clusterId)).map(({ arn }) => arn),
    regions: [...new Set([...OFFERED_REGIONS, region, ...used.map((row) => row.region)])],
    kafkaVersions: KAFKA_VERSIONS.map(({ name, release, mode, status }) => ({
      name,
      release,
      mode,
      status,
      prepared: prepared.has(release),
    })),
    brokerTypes: BROKER_TYPES.map(({ name }) => name),
  }
}

async function preparedReleases(): Promise<ReadonlySet<string>> {
  const releases = [...new Set(KAFKA_VERSIONS.map(({ release }) => release))]
  const seen = await Promise.all(releases.map((release) => runtime().observeRelease(release)))
  return new Set(releases.filter((_, index) => seen[index]?.state === 'ready'))
}
