import type { PartitionId } from '../world'

/** Names of topics may have hyphens of their own: the last one parts. */
export const topicOf = (id: PartitionId): string => id.slice(0, id.lastIndexOf('-'))

export const numberOf = (id: PartitionId): number => Number(id.slice(id.lastIndexOf('-') + 1))
