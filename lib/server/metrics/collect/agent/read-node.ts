import { readingsOf, rulesOf } from '@/lib/domain/metrics/broker-rules'
import { CONTROLLER_MBEANS } from '@/lib/domain/metrics/controller-figures'
import { HEAP_AFTER_GC } from '@/lib/domain/metrics/heap'
import { includesLevel, type MonitoringLevel } from '@/lib/domain/metrics/level'
import { THROTTLE_KINDS, valueKey, type NodeSample } from '@/lib/domain/metrics/sample'
import { SOCKET_ATTRIBUTES } from '@/lib/domain/metrics/socket-figures'
import { quotaMbean } from '@/lib/domain/metrics/throttle-figures'
import { servesClients, votes, type NodeRole } from '@/lib/domain/node'
import type { AgentConnection, AgentRead } from './agent-connection'
import { heapAfterGc } from './heap-after-gc'
import { momentOf, numbersOf, rowsOf, sessionState } from './parse'
import { readThrottles } from './read-throttles'

export type ReadingNode = { role: NodeRole; mode: 'KRAFT' | 'ZOOKEEPER'; level: MonitoringLevel }

const RUNTIME: AgentRead = {
  type: 'read',
  mbean: 'java.lang:type=Runtime',
  attribute: ['StartTime', 'Uptime'],
}
const SOCKETS: AgentRead = {
  type: 'read',
  mbean: 'kafka.server:type=socket-server-metrics,listener=*,networkProcessor=*',
  attribute: SOCKET_ATTRIBUTES,
}
const POOLS: AgentRead = {
  type: 'read',
  mbean: 'java.lang:type=MemoryPool,name=*',
  attribute: ['Type', 'CollectionUsage'],
}
const HEAP: AgentRead = { type: 'read', mbean: 'java.lang:type=Memory', attribute: ['HeapMemoryUsage'] }

/** The vital figures of one node: all exact names in one request, whatever the number of topics. */
export async function readNode(
  connection: AgentConnection,
  node: ReadingNode,
  timeoutMs: number,
): Promise<NodeSample> {
  const exact = exactReads(node)
  const answers = await connection.ask([RUNTIME, SOCKETS, POOLS, HEAP, ...exact], timeoutMs)
  const [runtime, sockets, pools, heap, ...values] = answers
  const moment = momentOf(runtime)
  const read = new Map<string, number>()
  for (const [index, { mbean }] of exact.entries()) {
    for (const [attribute, value] of numbersOf(values[index])) read.set(valueKey(mbean, attribute), value)
  }
  const session = sessionState(values[exact.findIndex(({ mbean }) => mbean.includes('SessionState'))])
  if (session) read.set(...session)
  const afterGc = servesClients(node.role) ? heapAfterGc(pools, heap) : null
  if (afterGc !== null) read.set(HEAP_AFTER_GC, afterGc)
  const watchesQuotas = servesClients(node.role) && includesLevel(node.level, 'PER_BROKER')
  return {
    ...moment,
    values: read,
    sockets: rowsOf(sockets).map(({ properties, numbers }) => ({
      listener: properties['listener'] ?? '',
      processor: properties['networkProcessor'] ?? '',
      values: numbers,
    })),
    throttles: watchesQuotas ? await readThrottles(connection, timeoutMs) : [],
  }
}

/** One read an MBean, though several figures may be made of it. */
function exactReads({ role, mode, level }: ReadingNode): readonly AgentRead[] {
  const attributes = new Map<string, Set<string>>()
  const add = (mbean: string, names: readonly string[]): void => {
    attributes.set(mbean, new Set([...(attributes.get(mbean) ?? []), ...names]))
  }
  if (servesClients(role)) {
    for (const { mbean, attributes: names } of rulesOf(level, mode).flatMap(readingsOf)) add(mbean, names)
    if (includesLevel(level, 'PER_BROKER')) {
      for (const kind of THROTTLE_KINDS) add(quotaMbean(kind), ['queue-size', 'exempt-request-time'])
    }
  }
  if (canControl(role, mode)) for (const mbean of CONTROLLER_MBEANS) add(mbean, ['Value'])
  return [...attributes].map(([mbean, names]) => ({ type: 'read', mbean, attribute: [...names] }))
}

/** With ZooKeeper every broker may become the controller; in KRaft the voters may. */
export const canControl = (role: NodeRole, mode: ReadingNode['mode']): boolean =>
  mode === 'ZOOKEEPER' ? servesClients(role) : votes(role)
