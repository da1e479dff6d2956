import { mskEndpoints as rows } from '@/lib/contract/msk/endpoints'
import { notBuiltMskEndpoints } from '@/lib/contract/msk/not-built'
import { createCluster, createClusterV2 } from '../cluster/create-cluster'
import { deleteCluster } from '../cluster/delete-cluster'
import { describeCluster, describeClusterV2 } from '../cluster/describe-cluster'
import { getBootstrapBrokers } from '../cluster/get-bootstrap-brokers'
import { listClusters, listClustersV2 } from '../cluster/list-clusters'
import { listNodes } from '../cluster/list-nodes'
import { rebootBroker } from '../cluster/reboot-broker'
import { updateBrokerStorage, updateStorage } from '../cluster/update-storage'
import { updateConnectivity } from '../cluster/update-connectivity'
import { updateClusterKafkaVersion } from '../cluster/update-cluster-kafka-version'
import { updateBrokerCount } from '../cluster/update-broker-count'
import { updateBrokerType } from '../cluster/update-broker-type'
import { updateClusterConfiguration } from '../cluster/update-cluster-configuration'
import { updateMonitoring } from '../cluster/update-monitoring'
import { createConfiguration } from '../configuration/create-configuration'
import { deleteConfiguration } from '../configuration/delete-configuration'
import {
  describeConfiguration,
  describeConfigurationRevision,
  listConfigurationRevisions,
} from '../configuration/describe-configuration'
import { listConfigurations } from '../configuration/list-configurations'
import { updateConfiguration } from '../configuration/update-configuration'
import { describeClusterOperation, describeClusterOperationV2 } from '../operation/describe-cluster-operation'
import { listClusterOperations, listClusterOperationsV2 } from '../operation/list-cluster-operations'
import { listTagsForResource } from '../tag/list-tags-for-resource'
import { tagResource } from '../tag/tag-resource'
import { untagResource } from '../tag/untag-resource'
import { createTopic } from '../topic/create-topic'
import { deleteTopic } from '../topic/delete-topic'
import { describeTopic } from '../topic/describe-topic'
import { describeTopicPartitions } from '../topic/describe-topic-partitions'
import { listTopics } from '../topic/list-topics'
import { updateTopic } from '../topic/update-topic'
import { getCompatibleKafkaVersions } from '../version/get-compatible-kafka-versions'
import { listKafkaVersions } from '../version/list-kafka-versions'
import { ApiError } from './api-error'
import { bind, serve, type Operation } from './serve'

/**
 * The MSK service: each operation with its verb. `v1`, `api/v2` and `replication/v1` all lead here, because which
 * operation a path means is decided by the endpoint table, also when an ARN stands in it with raw slashes.
 */
const built = {
  CreateCluster: bind(rows.CreateCluster, createCluster),
  CreateClusterV2: bind(rows.CreateClusterV2, createClusterV2),
  ListClusters: bind(rows.ListClusters, listClusters),
  ListClustersV2: bind(rows.ListClustersV2, listClustersV2),
  DescribeCluster: bind(rows.DescribeCluster, describeCluster),
  DescribeClusterV2: bind(rows.DescribeClusterV2, describeClusterV2),
  DeleteCluster: bind(rows.DeleteCluster, deleteCluster),
  UpdateMonitoring: bind(rows.UpdateMonitoring, updateMonitoring),
  UpdateClusterConfiguration: bind(rows.UpdateClusterConfiguration, updateClusterConfiguration),
  UpdateBrokerCount: bind(rows.UpdateBrokerCount, updateBrokerCount),
  UpdateBrokerType: bind(rows.UpdateBrokerType, updateBrokerType),
  UpdateBrokerStorage: bind(rows.UpdateBrokerStorage, updateBrokerStorage),
  UpdateConnectivity: bind(rows.UpdateConnectivity, updateConnectivity),
  UpdateStorage: bind(rows.UpdateStorage, updateStorage),
  UpdateClusterKafkaVersion: bind(rows.UpdateClusterKafkaVersion, updateClusterKafkaVersion),
  RebootBroker: bind(rows.RebootBroker, rebootBroker),
  GetBootstrapBrokers: bind(rows.GetBootstrapBrokers, getBootstrapBrokers),
  ListNodes: bind(rows.ListNodes, listNodes),
  ListClusterOperations: bind(rows.ListClusterOperations, listClusterOperations),
  ListClusterOperationsV2: bind(rows.ListClusterOperationsV2, listClusterOperationsV2),
  DescribeClusterOperation: bind(rows.DescribeClusterOperation, describeClusterOperation),
  DescribeClusterOperationV2: bind(rows.DescribeClusterOperationV2, describeClusterOperationV2),
  ListKafkaVersions: bind(rows.ListKafkaVersions, listKafkaVersions),
  GetCompatibleKafkaVersions: bind(rows.GetCompatibleKafkaVersions, getCompatibleKafkaVersions),
  CreateConfiguration: bind(rows.CreateConfiguration, createConfiguration),
  ListConfigurations: bind(rows.ListConfigurations, listConfigurations),
  DescribeConfiguration: bind(rows.DescribeConfiguration, describeConfiguration),
  UpdateConfiguration: bind(rows.UpdateConfiguration, updateConfiguration),
  DeleteConfiguration: bind(rows.DeleteConfiguration, deleteConfiguration),
  ListConfigurationRevisions: bind(rows.ListConfigurationRevisions, listConfigurationRevisions),
  DescribeConfigurationRevision: bind(rows.DescribeConfigurationRevision, describeConfigurationRevision),
  ListTagsForResource: bind(rows.ListTagsForResource, listTagsForResource),
  TagResource: bind(rows.TagResource, tagResource),
  UntagResource: bind(rows.UntagResource, untagResource),
  CreateTopic: bind(rows.CreateTopic, createTopic),
  ListTopics: bind(rows.ListTopics, listTopics),
  DescribeTopic: bind(rows.DescribeTopic, describeTopic),
  DescribeTopicPartitions: bind(rows.DescribeTopicPartitions, describeTopicPartitions),
  UpdateTopic: bind(rows.UpdateTopic, updateTopic),
  DeleteTopic: bind(rows.DeleteTopic, deleteTopic),
} satisfies Record<keyof typeof rows, Operation>

const notBuilt = Object.fromEntries(
  Object.entries(notBuiltMskEndpoints).map(([name, row]): [string, Operation] => [
    name,
    {
      ...row,
      run: async () => {
        throw new ApiError('NotImplementedException', `${name} is not built in this version of Mosaik.`)
      },
    },
  ]),
)

export const serveMsk = serve({ ...built, ...notBuilt })
