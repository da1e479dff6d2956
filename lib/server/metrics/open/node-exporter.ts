import { machine, release, type as system, version } from 'node:os'
import type { BrokerRuntime, HostResources } from '@/lib/broker-runtime/runtime'
import { exposition } from '@/lib/domain/metrics/exposition'
import type { BrokerShare } from '@/lib/domain/metrics/host-figures'
import { idleAfter, nodeExporterMetrics, type IdleCpu } from '@/lib/domain/metrics/node-exporter'
import { servesClients } from '@/lib/domain/node'
import type { Clock } from '../../clock'
import { shareOf } from '../collect/watched-cluster'
import type { ExporterNode } from './exporter-nodes'

export type NodeExporterParts = { runtime: BrokerRuntime; clock: Clock }

/** Host figures of one node, asked for by whoever scrapes. Null while it does not run: there is nothing to measure. */
export function createNodeExporter(
  { runtime, clock }: NodeExporterParts,
  /** As it was last stored. */
  current: () => ExporterNode,
): () => Promise<string | null> {
  let idle: IdleCpu | null = null
  return async () => {
    const node = current()
    const [host, [figures]] = await Promise.all([runtime.host(), runtime.figures(node.cluster, node.nodeId)])
    if (!figures) return null
    const share = ownShare(node, host)
    idle = idleAfter(idle, figures.host, share.vcpus)
    return exposition(
      nodeExporterMetrics({
        role: node.role,
        startedAt: figures.startedAt,
        now: clock.now(),
        host: figures.host,
        share,
        idle,
        openFilesMax: host.fileDescriptors,
        uname: {
          domainname: '(none)',
          machine: machine(),
          nodename: host.hostname,
          release: release(),
          sysname: system(),
          version: version(),
        },
      }),
    )
  }
}

/** MSK has no type for the nodes that vote: they have the machine's processors. */
function ownShare({ role, specification }: ExporterNode, host: HostResources): BrokerShare {
  const share = shareOf(specification, host)
  return servesClients(role) ? share : { ...share, vcpus: host.cpus }
}
