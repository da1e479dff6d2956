import { UNTOLD, type ConnectionsSeen, type RequestsSeen } from '@/lib/domain/client-check'
import type { AgentConnection, AgentRead } from './agent-connection'
import { rowsOf } from './parse'

const CONNECTIONS: AgentRead = {
  type: 'read',
  mbean:
    'kafka.server:type=socket-server-metrics,clientSoftwareName=*,clientSoftwareVersion=*,listener=*,networkProcessor=*',
  attribute: ['connections'],
}
/** All that releases before 2.4 tell of connections. */
const SOCKETS: AgentRead = {
  type: 'read',
  mbean: 'kafka.server:type=socket-server-metrics,listener=*,networkProcessor=*',
  attribute: ['connection-count'],
}
/** One for each request and version. */
const REQUESTS: AgentRead = {
  type: 'read',
  mbean: 'kafka.network:type=RequestMetrics,name=RequestsPerSec,request=*,version=*',
  attribute: ['Count'],
}
/** Since 3.7 also whose they were, of the versions that 4.0 refuses. */
const DEPRECATED: AgentRead = {
  type: 'read',
  mbean:
    'kafka.network:type=RequestMetrics,name=DeprecatedRequestsPerSec,request=*,version=*,clientSoftwareName=*,clientSoftwareVersion=*',
  attribute: ['Count'],
}

/** Who is connected to a broker, and what was asked of it, by version. */
export async function readClients(
  connection: AgentConnection,
  timeoutMs: number,
): Promise<{ connections: readonly ConnectionsSeen[]; requests: readonly RequestsSeen[] }> {
  const [named, sockets, requests, deprecated] = await connection.ask(
    [CONNECTIONS, SOCKETS, REQUESTS, DEPRECATED],
    timeoutMs,
  )
  const told = rowsOf(named)
  const connected = told.length > 0 ? told : rowsOf(sockets)
  return {
    connections: connected.map(({ properties, numbers }) => ({
      software: properties['clientSoftwareName'] ?? UNTOLD,
      version: properties['clientSoftwareVersion'] ?? '',
      listener: properties['listener'] ?? '',
      connections: numbers['connections'] ?? numbers['connection-count'] ?? 0,
    })),
    requests: [...rowsOf(requests), ...rowsOf(deprecated)].map(({ properties, numbers }) => {
      const name = properties['clientSoftwareName']
      return {
        api: properties['request'] ?? '',
        version: Number(properties['version']),
        count: numbers['Count'] ?? 0,
        ...(name === undefined
          ? {}
          : { software: { name, version: properties['clientSoftwareVersion'] ?? '' } }),
      }
    }),
  }
}
