import type { ErrorType } from '@/lib/contract/errors'
import { ApiError } from '../http/api-error'
import { isKafkaError, type KafkaErrorName } from '../kafka/wire/kafka-error'

/** What MSK calls an error of Kafka; whatever has no name of its own there is KafkaRequestException. */
const MSK_NAMES: Partial<Record<KafkaErrorName, ErrorType>> = {
  TOPIC_ALREADY_EXISTS: 'TopicExistsException',
  UNKNOWN_TOPIC_OR_PARTITION: 'UnknownTopicOrPartitionException',
  UNKNOWN_TOPIC_ID: 'UnknownTopicOrPartitionException',
  GROUP_ID_NOT_FOUND: 'NotFoundException',
  NETWORK_EXCEPTION: 'ClusterConnectivityException',
  BROKER_NOT_AVAILABLE: 'ClusterConnectivityException',
  REQUEST_TIMED_OUT: 'KafkaTimeoutException',
  NOT_CONTROLLER: 'NotControllerException',
  REASSIGNMENT_IN_PROGRESS: 'ReassignmentInProgressException',
  GROUP_SUBSCRIBED_TO_TOPIC: 'GroupSubscribedToTopicException',
  UNKNOWN_SERVER_ERROR: 'InternalServerErrorException',
}

/** Which member of a request an error of Kafka blames. */
const BLAMED: Partial<Record<KafkaErrorName, string>> = {
  TOPIC_ALREADY_EXISTS: 'topicName',
  GROUP_ID_NOT_FOUND: 'groupName',
  UNKNOWN_TOPIC_OR_PARTITION: 'topicName',
  INVALID_TOPIC_EXCEPTION: 'topicName',
  INVALID_PARTITIONS: 'partitionCount',
  INVALID_REPLICATION_FACTOR: 'replicationFactor',
  INVALID_CONFIG: 'configs',
}

export type Intent = 'read' | 'change'

/** Kafka's own words under MSK's name; anything else is thrown on as it is. */
export function kafkaRefusal(thrown: unknown, intent: Intent): unknown {
  if (!isKafkaError(thrown)) return thrown
  const name = MSK_NAMES[thrown.error] ?? 'KafkaRequestException'
  // The model gives the errors of Kafka to changes only; a read that finds nothing is a plain 404.
  const isMissing = intent === 'read' && name === 'UnknownTopicOrPartitionException'
  const type = isMissing ? 'NotFoundException' : name
  return new ApiError(type, thrown.message, BLAMED[thrown.error])
}
