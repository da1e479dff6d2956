import { findBrokerType } from '@/lib/domain/broker-type'
import type { ClusterSpecification } from '@/lib/domain/cluster'
import { servesClients, type NodeRole } from '@/lib/domain/node'
import type { HostResources } from '@/lib/broker-runtime/runtime'
import { refusal, type Refusal } from './refusal'

/**
 * What a cluster may take of this machine. Memory is the largest heap plus what a JVM needs beside it (class data,
 * code, threads, buffers), so that a cluster which fits still fits when its heaps have grown. Disk is what nodes
 * write without any client: a volume's size is a limit that fills later, not space taken at creation.
 */
export type ResourceSums = { memoryBytes: number; diskBytes: number; fileDescriptors: number }

const MIB = 1024 ** 2
const GIB = 1024 ** 3

const BESIDE_HEAP_MIB = 128
/** Metadata log, preallocated indexes of internal topics, and Kafka's own log files before they rotate away. */
const DISK_MIB = { broker: 256, combined: 256, controller: 128, zookeeper: 128 } as const satisfies Record<
  NodeRole,
  number
>
/** A segment holds three files open, and connections come on top. */
const DESCRIPTORS_PER_PARTITION = 3
const DESCRIPTORS_BESIDE = 1024
const LAB_PARTITIONS = 1000

export function resourcesOf(specification: ClusterSpecification, roles: readonly NodeRole[]): ResourceSums {
  const heapMiB = (role: NodeRole): number =>
    (servesClients(role) ? specification.brokerHeap : specification.voterHeap).heapMaxMiB
  const total = (part: (role: NodeRole) => number): number =>
    roles.reduce((sum, role) => sum + part(role), 0) * MIB
  const partitions =
    specification.profile === 'lab'
      ? LAB_PARTITIONS
      : (findBrokerType(specification.instanceType)?.partitionsRecommended ?? LAB_PARTITIONS)
  return {
    memoryBytes: total((role) => heapMiB(role) + BESIDE_HEAP_MIB),
    diskBytes: total((role) => DISK_MIB[role]),
    fileDescriptors: partitions * DESCRIPTORS_PER_PARTITION + DESCRIPTORS_BESIDE,
  }
}

/** `promised` is what clusters that were accepted but have not started yet will take: the host does not show it. */
export function fits(
  needed: ResourceSums,
  host: HostResources,
  promised: ResourceSums,
  /** Begins the sentence. */
  who = 'The cluster needs',
): Refusal[] {
  const refusals: Refusal[] = []
  const memoryFree = Math.max(0, host.memoryFreeBytes - promised.memoryBytes)
  const diskFree = Math.max(0, host.diskFreeBytes - promised.diskBytes)
  if (needed.memoryBytes > memoryFree) {
    refusals.push(
      refusal({
        rule: 'memory',
        field: null,
        parameters: {
          neededBytes: needed.memoryBytes,
          freeBytes: memoryFree,
          totalBytes: host.memoryTotalBytes,
        },
        message: `${who} up to ${gib(needed.memoryBytes)} of memory and ${gib(memoryFree)} of ${gib(host.memoryTotalBytes)} is free. Stop or delete another cluster, or choose the lab profile or fewer brokers.`,
      }),
    )
  }
  if (needed.diskBytes > diskFree) {
    refusals.push(
      refusal({
        rule: 'disk',
        field: null,
        parameters: { neededBytes: needed.diskBytes, freeBytes: diskFree, totalBytes: host.diskTotalBytes },
        message: `${who} ${gib(needed.diskBytes)} of disk to start and ${gib(diskFree)} of ${gib(host.diskTotalBytes)} is free below MOSAIK_HOME. Free some space or delete another cluster.`,
      }),
    )
  }
  if (needed.fileDescriptors > host.fileDescriptors) {
    refusals.push(
      refusal({
        rule: 'fileDescriptors',
        field: null,
        parameters: { needed: needed.fileDescriptors, limit: host.fileDescriptors },
        message: `A broker needs up to ${needed.fileDescriptors} file descriptors and a process here may have ${host.fileDescriptors}. Raise the limit (ulimit -Hn) or choose the lab profile.`,
      }),
    )
  }
  return refusals
}

export const sumOf = (parts: readonly ResourceSums[]): ResourceSums => ({
  memoryBytes: parts.reduce((sum, part) => sum + part.memoryBytes, 0),
  diskBytes: parts.reduce((sum, part) => sum + part.diskBytes, 0),
  fileDescriptors: Math.max(0, ...parts.map((part) => part.fileDescriptors)),
})

const gib = (bytes: number): string => `${(bytes / GIB).toFixed(1)} GiB`
