import type { CreateClusterV2Input, ProvisionedRequest } from '@/lib/contract/msk/create-cluster'
import type { Context } from '../http/context'

/** What most verb tests begin with. */
export const testContext = (change: Partial<Context> = {}): Context => ({
  requestId: 'test',
  region: 'us-east-1',
  regionIsSaid: true,
  actor: 'test',
  userAgent: '',
  ...change,
})

export type CreateChange = Partial<Omit<ProvisionedRequest, 'brokerNodeGroupInfo'>> & {
  group?: Partial<ProvisionedRequest['brokerNodeGroupInfo']>
  tags?: Record<string, string>
}

/** Three brokers in three zones, unless a test says otherwise. */
export const createInput = (
  clusterName: string,
  { group, tags, ...change }: CreateChange = {},
): CreateClusterV2Input => ({
  clusterName,
  ...(tags ? { tags } : {}),
  provisioned: {
    brokerNodeGroupInfo: {
      clientSubnets: ['subnet-1a', 'subnet-1b', 'subnet-1c'],
      instanceType: 'kafka.m5.large',
      ...group,
    },
    kafkaVersion: '4.3.1',
    numberOfBrokerNodes: 3,
    ...change,
  },
})

export const developmentInput = (clusterName: string): CreateClusterV2Input =>
  createInput(clusterName, {
    group: { clientSubnets: ['subnet-1a'] },
    numberOfBrokerNodes: 1,
    tags: { 'mosaik:shape': 'development' },
  })
