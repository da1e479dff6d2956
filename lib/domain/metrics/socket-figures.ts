import { includesLevel, type MonitoringLevel } from './level'
import { increase, perSecond, type Span } from './rates'
import type { Figure, NodeSample, SocketSample } from './sample'

/** Attributes of a network thread that figures are made from. Up to Kafka 3 the idle time has an older name. */
export const SOCKET_ATTRIBUTES = [
  'connection-count',
  'connection-creation-total',
  'connection-close-total',
  'incoming-byte-total',
  'outgoing-byte-total',
  'io-wait-time-ns-total',
  'io-waittime-total',
] as const
type SocketAttribute = (typeof SOCKET_ATTRIBUTES)[number]

type Two = { before: NodeSample | null; now: NodeSample; span: Span | null }
/** How clients of a listener prove who they are, in MSK's words; null for listeners that are not for clients. */
export type ListenerAuthentication = (listener: string) => string | null

export function socketFigures(
  { before, now, span }: Two,
  level: MonitoringLevel,
  authenticationOf: ListenerAuthentication,
): readonly Figure[] {
  const { sockets } = now
  if (sockets.length === 0) return []
  const forClients = sockets.filter(({ listener }) => authenticationOf(listener) !== null)
  const figures: Figure[] = [
    { metric: 'ConnectionCount', value: sum(sockets, 'connection-count') },
    ...byAuthentication(forClients, authenticationOf),
  ]
  if (span === null || !includesLevel(level, 'PER_BROKER')) return figures
  const earlier = span.isFirst ? [] : (before?.sockets ?? [])
  const moved = (of: readonly SocketSample[], attribute: SocketAttribute): number =>
    of.reduce(
      (all, socket) =>
        all + increase(find(earlier, socket)?.values[attribute], socket.values[attribute] ?? 0, span),
      0,
    )
  const perSecondOf = (attribute: SocketAttribute): number => perSecond(0, moved(forClients, attribute), span)
  return [
    ...figures,
    { metric: 'ConnectionCreationRate', value: perSecondOf('connection-creation-total') },
    { metric: 'ConnectionCloseRate', value: perSecondOf('connection-close-total') },
    { metric: 'TcpConnections', value: moved(sockets, 'connection-creation-total') },
    {
      metric: 'TrafficBytes',
      value: moved(forClients, 'incoming-byte-total') + moved(forClients, 'outgoing-byte-total'),
    },
    ...networkIdle(earlier, now, span),
  ]
}

function byAuthentication(
  sockets: readonly SocketSample[],
  authenticationOf: ListenerAuthentication,
): readonly Figure[] {
  const counts = new Map<string, number>()
  for (const socket of sockets) {
    const authentication = authenticationOf(socket.listener) ?? ''
    const count = socket.values['connection-count'] ?? 0
    counts.set(authentication, (counts.get(authentication) ?? 0) + count)
  }
  return [...counts].map(([authentication, value]) => ({
    metric: 'ClientConnectionCount',
    value,
    dimensions: { 'Client Authentication': authentication },
  }))
}

/**
 * From the counter of the time spent waiting for something to do: Kafka's own gauge looks back over a window that is
 * not full in the first half minute, and shows a broker that just started as overloaded.
 */
function networkIdle(earlier: readonly SocketSample[], now: NodeSample, span: Span): readonly Figure[] {
  const shares = now.sockets.flatMap((socket) => {
    const waited = waitedNs(socket)
    if (waited === undefined) return []
    const before = find(earlier, socket)
    const idleNs = increase(before && waitedNs(before), waited, span)
    const elapsedMs = span.isFirst ? now.uptimeMs : span.elapsedMs
    return [Math.min(1, idleNs / (elapsedMs * 1e6))]
  })
  if (shares.length === 0) return []
  const mean = shares.reduce((all, share) => all + share, 0) / shares.length
  return [{ metric: 'NetworkProcessorAvgIdlePercent', value: mean }]
}

const waitedNs = ({ values }: SocketSample): number | undefined =>
  values['io-wait-time-ns-total'] ?? values['io-waittime-total']

const find = (sockets: readonly SocketSample[], { listener, processor }: SocketSample) =>
  sockets.find((each) => each.listener === listener && each.processor === processor)

const sum = (sockets: readonly SocketSample[], attribute: SocketAttribute): number =>
  sockets.reduce((all, { values }) => all + (values[attribute] ?? 0), 0)
