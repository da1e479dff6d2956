import type { Endpoint } from '../endpoint'

/**
 * The rest of the service: routed, so that a caller learns which operation is missing instead of meeting a dead
 * path. Each answers 501 with its name. An operation moves from here to `endpoints.ts` when it is built.
 */
type Row = Pick<Endpoint, 'method' | 'path'>

const row = (method: Row['method'], path: string): Row => ({ method, path })
const ofCluster = (method: Row['method'], path: string): Row =>
  row(method, `/v1/clusters/{clusterArn}/${path}`)
const ofReplicator = (method: Row['method'], path = ''): Row =>
  row(method, `/replication/v1/replicators/{replicatorArn}${path}`)

export const notBuiltMskEndpoints = {
  UpdateSecurity: ofCluster('PATCH', 'security'),
  UpdateRebalancing: ofCluster('PUT', 'rebalancing'),

  BatchAssociateScramSecret: ofCluster('POST', 'scram-secrets'),
  BatchDisassociateScramSecret: ofCluster('PATCH', 'scram-secrets'),
  ListScramSecrets: ofCluster('GET', 'scram-secrets'),

  PutClusterPolicy: ofCluster('PUT', 'policy'),
  GetClusterPolicy: ofCluster('GET', 'policy'),
  DeleteClusterPolicy: ofCluster('DELETE', 'policy'),

  CreateVpcConnection: row('POST', '/v1/vpc-connection'),
  DescribeVpcConnection: row('GET', '/v1/vpc-connection/{arn}'),
  DeleteVpcConnection: row('DELETE', '/v1/vpc-connection/{arn}'),
  ListVpcConnections: row('GET', '/v1/vpc-connections'),
  ListClientVpcConnections: ofCluster('GET', 'client-vpc-connections'),
  RejectClientVpcConnection: ofCluster('PUT', 'client-vpc-connection'),

  CreateReplicator: row('POST', '/replication/v1/replicators'),
  ListReplicators: row('GET', '/replication/v1/replicators'),
  DescribeReplicator: ofReplicator('GET'),
  DeleteReplicator: ofReplicator('DELETE'),
  UpdateReplicationInfo: ofReplicator('PUT', '/replication-info'),

  CreateChannel: ofCluster('POST', 'channels'),
  ListChannels: ofCluster('GET', 'channels'),
  DescribeChannel: ofCluster('GET', 'channels/{channelArn}'),
  UpdateChannel: ofCluster('PUT', 'channels/{channelArn}'),
  DeleteChannel: ofCluster('DELETE', 'channels/{channelArn}'),
} as const satisfies Record<string, Row>
