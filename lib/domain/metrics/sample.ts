/**
 * What one node said of itself at one moment: raw counters, gauges and histograms under the names of its MBeans.
 * Figures are made from two samples of the same process.
 */
export type NodeSample = {
  /** When the process started, milliseconds since the epoch by its own clock: another value is another process. */
  startedAt: number
  /** Age of the process at the reading, by a clock that only grows: durations are differences of it. */
  uptimeMs: number
  /** By `valueKey`. What the node does not have, or what was not a number, is missing. */
  values: ReadonlyMap<string, number>
  sockets: readonly SocketSample[]
  throttles: readonly ThrottleSample[]
}

/** One network thread of one listener. */
export type SocketSample = {
  listener: string
  processor: string
  values: Readonly<Record<string, number>>
}

/** One user or client whose requests have a quota. */
export type ThrottleSample = { kind: ThrottleKind; byteRate: number | null; timeMs: number | null }
export const THROTTLE_KINDS = ['Produce', 'Fetch', 'Request'] as const
export type ThrottleKind = (typeof THROTTLE_KINDS)[number]

/** Counters of topics on one broker, by topic. They are read apart because there may be thousands. */
export type TopicSample = {
  startedAt: number
  uptimeMs: number
  /** Only those that were asked for. */
  counters: ReadonlyMap<TopicCounter, ReadonlyMap<string, number>>
}
export const TOPIC_COUNTERS = [
  'BytesInPerSec',
  'BytesOutPerSec',
  'MessagesInPerSec',
  'ProduceMessageConversionsPerSec',
  'FetchMessageConversionsPerSec',
] as const
export type TopicCounter = (typeof TOPIC_COUNTERS)[number]

export const valueKey = (mbean: string, attribute: string): string => `${mbean}#${attribute}`

/** A value of one metric with the dimensions it has beside the cluster's name. */
export type Figure = { metric: string; value: number; dimensions?: Readonly<Record<string, string>> }
