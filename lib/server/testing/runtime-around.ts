import type { FakeRuntime } from '@/lib/broker-runtime/fake/runtime'
import type { BrokerRuntime } from '@/lib/broker-runtime/runtime'

/** The fake driver with some answers of a test's own. Kafka itself is then asked as that of real brokers is. */
export const runtimeAround = (fake: FakeRuntime, own: Partial<BrokerRuntime> = {}): BrokerRuntime => ({
  capabilities: fake.capabilities,
  host: () => fake.host(),
  observe: (cluster) => fake.observe(cluster),
  volumes: (cluster) => fake.volumes(cluster),
  faultSigns: (cluster) => fake.faultSigns(cluster),
  observeRelease: (release) => fake.observeRelease(release),
  prepareRelease: (release) => fake.prepareRelease(release),
  apply: (cluster, move) => fake.apply(cluster, move),
  destroyCluster: (cluster, epoch) => fake.destroyCluster(cluster, epoch),
  portHolders: () => fake.portHolders(),
  logs: (node, reading) => fake.logs(node, reading),
  wholeLog: (node) => fake.wholeLog(node),
  nodeRecord: () => fake.nodeRecord(),
  figures: (cluster, only) => fake.figures(cluster, only),
  directories: () => fake.directories(),
  ...own,
})
