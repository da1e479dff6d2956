import { z } from 'zod'
import { endpoint } from '../endpoint'
import { clusterInfoSchema, clusterSchema, clusterStateSchema, clusterTypeSchema } from './cluster'
import {
  configurationInfoSchema,
  connectivityInfoSchema,
  provisionedThroughputSchema,
  storageModeSchema,
  enhancedMonitoringSchema,
  loggingInfoSchema,
  openMonitoringSchema,
} from './cluster-settings'
import {
  configurationRevisionSchema,
  configurationSchema,
  configurationStateSchema,
  serverPropertiesSchema,
} from './configuration'
import { createClusterInput, createClusterV2Input, tagsSchema } from './create-cluster'
import { nodeInfoSchema } from './node'
import {
  clusterOperationInfoSchema,
  clusterOperationV2Schema,
  clusterOperationV2SummarySchema,
} from './operation'
import { pagingInput, pagingReply, queryList } from './paging'
import { topicDescriptionSchema, topicInfoSchema, topicPartitionInfoSchema, topicStatusSchema } from './topic'

/**
 * The MSK operations that are built, by MSK's names, with paths, members and cases as on the wire. Every other
 * operation of the service is in `not-built.ts`.
 */

const clusterPath = z.strictObject({ clusterArn: z.string() })
const operationPath = z.strictObject({ clusterOperationArn: z.string() })
const topicPath = clusterPath.extend({ topicName: z.string() })
const configurationPath = z.strictObject({ arn: z.string() })
const resourcePath = z.strictObject({ resourceArn: z.string() })
const created = z.object({ clusterArn: z.string(), clusterName: z.string(), state: clusterStateSchema })
/** 204: no body at all. */
const nothing = z.null()

export const mskEndpoints = {
  CreateCluster: endpoint({
    method: 'POST',
    path: '/v1/clusters',
    input: createClusterInput,
    reply: created,
  }),
  CreateClusterV2: endpoint({
    method: 'POST',
    path: '/api/v2/clusters',
    input: createClusterV2Input,
    reply: created.extend({ clusterType: clusterTypeSchema }),
  }),
  ListClusters: endpoint({
    method: 'GET',
    path: '/v1/clusters',
    input: z.strictObject({ ...pagingInput, clusterNameFilter: z.string().optional() }),
    reply: z.object({ ...pagingReply, clusterInfoList: z.array(clusterInfoSchema) }),
  }),
  ListClustersV2: endpoint({
    method: 'GET',
    path: '/api/v2/clusters',
    input: z.strictObject({
      ...pagingInput,
      clusterNameFilter: z.string().optional(),
      clusterTypeFilter: z.string().optional(),
    }),
    reply: z.object({ ...pagingReply, clusterInfoList: z.array(clusterSchema) }),
  }),
  DescribeCluster: endpoint({
    method: 'GET',
    path: '/v1/clusters/{clusterArn}',
    input: clusterPath,
    reply: z.object({ clusterInfo: clusterInfoSchema }),
  }),
  DescribeClusterV2: endpoint({
    method: 'GET',
    path: '/api/v2/clusters/{clusterArn}',
    input: clusterPath,
    reply: z.object({ clusterInfo: clusterSchema }),
  }),
  DeleteCluster: endpoint({
    method: 'DELETE',
    path: '/v1/clusters/{clusterArn}',
    input: clusterPath.extend({ currentVersion: z.string().optional() }),
    reply: z.object({ clusterArn: z.string(), state: clusterStateSchema }),
  }),
  UpdateMonitoring: endpoint({
    method: 'PUT',
    path: '/v1/clusters/{clusterArn}/monitoring',
    input: clusterPath.extend({
      currentVersion: z.string(),
      enhancedMonitoring: enhancedMonitoringSchema.optional(),
      openMonitoring: openMonitoringSchema.optional(),
      loggingInfo: loggingInfoSchema.optional(),
    }),
    reply: z.object({ clusterArn: z.string(), clusterOperationArn: z.string() }),
  }),
  UpdateClusterConfiguration: endpoint({
    method: 'PUT',
    path: '/v1/clusters/{clusterArn}/configuration',
    input: clusterPath.extend({ configurationInfo: configurationInfoSchema, currentVersion: z.string() }),
    reply: z.object({ clusterArn: z.string(), clusterOperationArn: z.string() }),
  }),
  UpdateBrokerStorage: endpoint({
    method: 'PUT',
    path: '/v1/clusters/{clusterArn}/nodes/storage',
    input: clusterPath.extend({
      currentVersion: z.string(),
      targetBrokerEBSVolumeInfo: z.array(
        z.strictObject({
          kafkaBrokerNodeId: z.string(),
          provisionedThroughput: provisionedThroughputSchema.optional(),
          volumeSizeGB: z.number().int().optional(),
        }),
      ),
    }),
    reply: z.object({ clusterArn: z.string(), clusterOperationArn: z.string() }),
  }),
  UpdateBrokerCount: endpoint({
    method: 'PUT',
    path: '/v1/clusters/{clusterArn}/nodes/count',
    input: clusterPath.extend({
      currentVersion: z.string(),
      targetNumberOfBrokerNodes: z.number().int(),
    }),
    reply: z.object({ clusterArn: z.string(), clusterOperationArn: z.string() }),
  }),
  UpdateBrokerType: endpoint({
    method: 'PUT',
    path: '/v1/clusters/{clusterArn}/nodes/type',
    input: clusterPath.extend({ currentVersion: z.string(), targetInstanceType: z.string() }),
    reply: z.object({ clusterArn: z.string(), clusterOperationArn: z.string() }),
  }),
  UpdateConnectivity: endpoint({
    method: 'PUT',
    path: '/v1/clusters/{clusterArn}/connectivity',
    input: clusterPath.extend({
      currentVersion: z.string(),
      connectivityInfo: connectivityInfoSchema.optional(),
      zookeeperAccess: z.strictObject({ enabled: z.boolean().optional() }).optional(),
    }),
    reply: z.object({ clusterArn: z.string(), clusterOperationArn: z.string() }),
  }),
  UpdateStorage: endpoint({
    method: 'PUT',
    path: '/v1/clusters/{clusterArn}/storage',
    input: clusterPath.extend({
      currentVersion: z.string(),
      provisionedThroughput: provisionedThroughputSchema.optional(),
      storageMode: storageModeSchema.optional(),
      volumeSizeGB: z.number().int().optional(),
    }),
    reply: z.object({ clusterArn: z.string(), clusterOperationArn: z.string() }),
  }),
  UpdateClusterKafkaVersion: endpoint({
    method: 'PUT',
    path: '/v1/clusters/{clusterArn}/version',
    input: clusterPath.extend({
      currentVersion: z.string(),
      targetKafkaVersion: z.string(),
      configurationInfo: configurationInfoSchema.optional(),
    }),
    reply: z.object({ clusterArn: z.string(), clusterOperationArn: z.string() }),
  }),
  RebootBroker: endpoint({
    method: 'PUT',
    path: '/v1/clusters/{clusterArn}/reboot-broker',
    input: clusterPath.extend({ brokerIds: z.array(z.string()) }),
    reply: z.object({ clusterArn: z.string(), clusterOperationArn: z.string() }),
  }),
  GetBootstrapBrokers: endpoint({
    method: 'GET',
    path: '/v1/clusters/{clusterArn}/bootstrap-brokers',
    input: clusterPath,
    reply: z.object({ bootstrapBrokerString: z.string() }),
  }),
  ListNodes: endpoint({
    method: 'GET',
    path: '/v1/clusters/{clusterArn}/nodes',
    input: clusterPath.extend(pagingInput),
    reply: z.object({ ...pagingReply, nodeInfoList: z.array(nodeInfoSchema) }),
  }),
  ListClusterOperations: endpoint({
    method: 'GET',
    path: '/v1/clusters/{clusterArn}/operations',
    input: clusterPath.extend(pagingInput),
    reply: z.object({ ...pagingReply, clusterOperationInfoList: z.array(clusterOperationInfoSchema) }),
  }),
  ListClusterOperationsV2: endpoint({
    method: 'GET',
    path: '/api/v2/clusters/{clusterArn}/operations',
    input: clusterPath.extend(pagingInput),
    reply: z.object({ ...pagingReply, clusterOperationInfoList: z.array(clusterOperationV2SummarySchema) }),
  }),
  DescribeClusterOperation: endpoint({
    method: 'GET',
    path: '/v1/operations/{clusterOperationArn}',
    input: operationPath,
    reply: z.object({ clusterOperationInfo: clusterOperationInfoSchema }),
  }),
  DescribeClusterOperationV2: endpoint({
    method: 'GET',
    path: '/api/v2/operations/{clusterOperationArn}',
    input: operationPath,
    reply: z.object({ clusterOperationInfo: clusterOperationV2Schema }),
  }),
  ListKafkaVersions: endpoint({
    method: 'GET',
    path: '/v1/kafka-versions',
    input: z.strictObject(pagingInput),
    reply: z.object({
      ...pagingReply,
      kafkaVersions: z.array(z.object({ version: z.string(), status: z.enum(['ACTIVE', 'DEPRECATED']) })),
    }),
  }),
  GetCompatibleKafkaVersions: endpoint({
    method: 'GET',
    path: '/v1/compatible-kafka-versions',
    input: z.strictObject({ clusterArn: z.string().optional() }),
    reply: z.object({
      compatibleKafkaVersions: z.array(
        z.object({ sourceVersion: z.string(), targetVersions: z.array(z.string()) }),
      ),
    }),
  }),
  CreateConfiguration: endpoint({
    method: 'POST',
    path: '/v1/configurations',
    input: z.strictObject({
      name: z.string(),
      description: z.string().optional(),
      kafkaVersions: z.array(z.string()).optional(),
      serverProperties: serverPropertiesSchema,
    }),
    reply: configurationSchema.omit({ description: true, kafkaVersions: true }),
  }),
  ListConfigurations: endpoint({
    method: 'GET',
    path: '/v1/configurations',
    input: z.strictObject(pagingInput),
    reply: z.object({ ...pagingReply, configurations: z.array(configurationSchema) }),
  }),
  DescribeConfiguration: endpoint({
    method: 'GET',
    path: '/v1/configurations/{arn}',
    input: configurationPath,
    reply: configurationSchema,
  }),
  UpdateConfiguration: endpoint({
    method: 'PUT',
    path: '/v1/configurations/{arn}',
    input: configurationPath.extend({
      description: z.string().optional(),
      serverProperties: serverPropertiesSchema,
    }),
    reply: z.object({ arn: z.string(), latestRevision: configurationRevisionSchema }),
  }),
  DeleteConfiguration: endpoint({
    method: 'DELETE',
    path: '/v1/configurations/{arn}',
    input: configurationPath,
    reply: z.object({ arn: z.string(), state: configurationStateSchema }),
  }),
  ListConfigurationRevisions: endpoint({
    method: 'GET',
    path: '/v1/configurations/{arn}/revisions',
    input: configurationPath.extend(pagingInput),
    reply: z.object({ ...pagingReply, revisions: z.array(configurationRevisionSchema) }),
  }),
  DescribeConfigurationRevision: endpoint({
    method: 'GET',
    path: '/v1/configurations/{arn}/revisions/{revision}',
    input: configurationPath.extend({ revision: z.coerce.number().int() }),
    reply: configurationRevisionSchema.extend({ arn: z.string(), serverProperties: serverPropertiesSchema }),
  }),
  ListTagsForResource: endpoint({
    method: 'GET',
    path: '/v1/tags/{resourceArn}',
    input: resourcePath,
    reply: z.object({ tags: tagsSchema }),
  }),
  TagResource: endpoint({
    method: 'POST',
    path: '/v1/tags/{resourceArn}',
    input: resourcePath.extend({ tags: tagsSchema }),
    reply: nothing,
  }),
  UntagResource: endpoint({
    method: 'DELETE',
    path: '/v1/tags/{resourceArn}',
    input: resourcePath.extend({ tagKeys: queryList }),
    reply: nothing,
  }),
  CreateTopic: endpoint({
    method: 'POST',
    path: '/v1/clusters/{clusterArn}/topics',
    input: topicPath.extend({
      partitionCount: z.number().int().min(1),
      replicationFactor: z.number().int().min(1),
      configs: z.string().optional(),
    }),
    reply: topicStatusSchema,
  }),
  ListTopics: endpoint({
    method: 'GET',
    path: '/v1/clusters/{clusterArn}/topics',
    input: clusterPath.extend({ ...pagingInput, topicNameFilter: z.string().optional() }),
    reply: z.object({ ...pagingReply, topics: z.array(topicInfoSchema) }),
  }),
  DescribeTopic: endpoint({
    method: 'GET',
    path: '/v1/clusters/{clusterArn}/topics/{topicName}',
    input: topicPath,
    reply: topicDescriptionSchema,
  }),
  DescribeTopicPartitions: endpoint({
    method: 'GET',
    path: '/v1/clusters/{clusterArn}/topics/{topicName}/partitions',
    input: topicPath.extend(pagingInput),
    reply: z.object({ ...pagingReply, partitions: z.array(topicPartitionInfoSchema) }),
  }),
  UpdateTopic: endpoint({
    method: 'PUT',
    path: '/v1/clusters/{clusterArn}/topics/{topicName}',
    input: topicPath.extend({
      configs: z.string().optional(),
      partitionCount: z.number().int().min(1).optional(),
    }),
    reply: topicStatusSchema,
  }),
  DeleteTopic: endpoint({
    method: 'DELETE',
    path: '/v1/clusters/{clusterArn}/topics/{topicName}',
    input: topicPath,
    reply: topicStatusSchema,
  }),
} as const
