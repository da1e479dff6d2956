import type { consoleEndpoints } from '@/lib/contract/console/endpoints'
import type { LogLine } from '@/lib/broker-runtime/runtime'
import { notFound } from '../http/api-error'
import type { Verb } from '../http/context'
import { database, runtime } from '../process'
import { roleOf } from './place-of'

/** The end of a node's log; with one line more than asked for it is known that there is more. */
export const getNodeLog: Verb<typeof consoleEndpoints.getNodeLog> = async ({ input }) => {
  const { clusterId, nodeId, lines: asked } = input
  const node = await database().node.findUnique({
    where: { clusterId_nodeId: { clusterId, nodeId } },
    include: { cluster: { select: { id: true, arn: true, name: true } } },
  })
  if (!node) throw notFound(`The cluster ${clusterId} has no node ${nodeId}.`, 'nodeId')
  const found: LogLine[] = []
  const ref = { cluster: node.cluster, nodeId, role: roleOf(node) }
  for await (const line of runtime().logs(ref, { tailLines: asked + 1, follow: false })) found.push(line)
  return {
    lines: found.slice(-asked).map(({ at, level, text }) => ({
      at: at === null ? null : new Date(at).toISOString(),
      level,
      text,
    })),
    truncated: found.length > asked,
  }
}
