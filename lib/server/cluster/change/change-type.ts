import { brokerHeap, brokerTypeProblem, findBrokerType, type Heap } from '@/lib/domain/broker-type'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import type { HostResources } from '@/lib/broker-runtime/runtime'
import type { NodeRole } from '@/lib/domain/node'
import { withRestarts } from '@/lib/domain/restart-tokens'
import { runtime } from '../../process'
import { clusterStatus, type ClusterWithStatus } from '../../status/read-cluster-status'
import { systemClock } from '../../clock'
import { fits, resourcesOf } from '../create/resources'
import { promisedResources } from '../create/promised'
import type { Changed } from './changed'

/**
 * Every broker is started anew as one of the other type. Where the type comes to the same heap on this host, the
 * restart stands for the machine that MSK would exchange.
 */
export async function changeType(
  row: ClusterWithStatus,
  source: ClusterSpecification,
  target: string,
): Promise<Changed> {
  const type = findBrokerType(target)
  const problem = brokerTypeProblem({
    from: source.instanceType,
    to: target,
    version: source,
    replicasMax: mostReplicas(row),
  })
  if (problem !== null || !type) {
    return { refusals: [{ field: 'targetInstanceType', message: problem ?? '' }], specification: source }
  }
  const host = await runtime().host()
  const heap = brokerHeap(source.profile, type, host.memoryTotalBytes)
  const specification = {
    ...source,
    instanceType: target,
    brokerHeap: heap,
    restartTokens: isSame(heap, source.brokerHeap)
      ? withRestarts(source.restartTokens, everyBroker(source))
      : source.restartTokens,
  }
  return { refusals: await roomFor(source, specification, host), specification }
}

/** Of the broker that holds most. Null: not known of all. */
function mostReplicas(row: ClusterWithStatus): number | null {
  const { view } = clusterStatus(row, systemClock.now())
  const counts = (view?.nodes ?? []).flatMap(({ replicas }) => (replicas === null ? [] : [replicas]))
  return counts.length === 0 ? null : Math.max(...counts)
}

const everyBroker = ({ brokerCount }: ClusterSpecification): readonly string[] =>
  Array.from({ length: brokerCount }, (_, index) => String(index + 1))

const isSame = (one: Heap, other: Heap): boolean =>
  one.heapMinMiB === other.heapMinMiB && one.heapMaxMiB === other.heapMaxMiB

/** What the brokers come to take more than they have now must be free. */
async function roomFor(
  source: ClusterSpecification,
  target: ClusterSpecification,
  host: HostResources,
): Promise<Changed['refusals']> {
  const role: NodeRole = source.shape === 'DEVELOPMENT' ? 'combined' : 'broker'
  const roles = Array.from({ length: source.brokerCount }, () => role)
  const [before, after] = [resourcesOf(source, roles), resourcesOf(target, roles)]
  const needed = {
    memoryBytes: Math.max(0, after.memoryBytes - before.memoryBytes),
    diskBytes: 0,
    fileDescriptors: after.fileDescriptors,
  }
  const broken = fits(needed, host, await promisedResources(), 'Brokers of this type need')
  return broken.map(({ message }) => ({ field: 'targetInstanceType', message }))
}
