/** What Kafka itself demands of topics, so that a form can tell it before Kafka is asked. */

export const TOPIC_NAME_MAX = 249

export type TopicNameProblem =
  | { is: 'missing' }
  | { is: 'dots' }
  | { is: 'characters'; character: string }
  | { is: 'long'; count: number }
  | { is: 'taken' }
  | { is: 'collides'; other: string }

/** `names` are those of the topics that exist. The first rule that is broken, null if none is. */
export function topicNameProblem(name: string, names: readonly string[]): TopicNameProblem | null {
  if (name === '') return { is: 'missing' }
  if (name === '.' || name === '..') return { is: 'dots' }
  // By code point: half an emoji is not a character one could find in a name.
  const character = /[^\w.-]/u.exec(name)?.[0]
  if (character !== undefined) return { is: 'characters', character }
  if (name.length > TOPIC_NAME_MAX) return { is: 'long', count: name.length }
  if (names.includes(name)) return { is: 'taken' }
  const metric = metricName(name)
  const other = names.find((candidate) => metricName(candidate) === metric)
  return other === undefined ? null : { is: 'collides', other }
}

/** Kafka's metrics write a dot as an underscore, so it refuses a second topic that would be the same there. */
const metricName = (name: string): string => name.replaceAll('.', '_')

/** Where Kafka, MSK and Mosaik keep their own state: out of the way until asked for, and in no count of topics. */
export const isInternalTopic = (name: string, isKafkas: boolean): boolean => isKafkas || name.startsWith('__')

/** Kafka would delete these too, and with them every committed offset or transaction of the cluster. */
const KAFKA_STATE_TOPICS: readonly string[] = [
  '__consumer_offsets',
  '__transaction_state',
  '__share_group_state',
]
export const isKafkaStateTopic = (name: string): boolean => KAFKA_STATE_TOPICS.includes(name)

/** As many copies as fit, up to the three that survive one broker while another is restarted. */
export const copiesFor = (brokerCount: number): number => Math.max(1, Math.min(3, brokerCount))

export type Survival = {
  /** Brokers that may be away while records written with acks=all are still taken. */
  writesWithout: number
  /** Brokers that may be lost for good while each record still has a copy. */
  dataWithout: number
}

/** Kafka holds a topic to no more copies than it has, whatever min.insync.replicas says. */
export const survivalOf = (replicationFactor: number, minInsyncReplicas: number): Survival => ({
  writesWithout: replicationFactor - Math.max(1, Math.min(minInsyncReplicas, replicationFactor)),
  dataWithout: replicationFactor - 1,
})

export const PARTITION_STANDINGS = ['offline', 'behind', 'inSync'] as const
export type PartitionStanding = (typeof PARTITION_STANDINGS)[number]

export function partitionStanding(partition: {
  leader: number | null
  replicas: readonly number[]
  isr: readonly number[]
}): PartitionStanding {
  if (partition.leader === null) return 'offline'
  return partition.replicas.every((broker) => partition.isr.includes(broker)) ? 'inSync' : 'behind'
}
