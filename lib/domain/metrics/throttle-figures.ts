import type { Figure, NodeSample, ThrottleKind } from './sample'

/** A quota's figures are there only while it holds somebody up. */
const NAMES = {
  Produce: {
    rate: 'ProduceThrottleByteRate',
    time: 'ProduceThrottleTime',
    queue: 'ProduceThrottleQueueSize',
  },
  Fetch: { rate: 'FetchThrottleByteRate', time: 'FetchThrottleTime', queue: 'FetchThrottleQueueSize' },
  Request: { rate: null, time: 'RequestThrottleTime', queue: 'RequestThrottleQueueSize' },
} as const satisfies Record<ThrottleKind, { rate: string | null; time: string; queue: string }>

export const quotaMbean = (kind: ThrottleKind): string => `kafka.server:type=${kind}`

export function throttleFigures({ values, throttles }: NodeSample): readonly Figure[] {
  const kinds: readonly ThrottleKind[] = ['Produce', 'Fetch', 'Request']
  const figures = kinds.flatMap((kind): Figure[] => {
    const { rate, time, queue } = NAMES[kind]
    const size = values.get(`${quotaMbean(kind)}#queue-size`)
    const held = throttles.filter((each) => each.kind === kind && each.timeMs !== null)
    return [
      ...(size === undefined ? [] : [{ metric: queue, value: size }]),
      ...(held.length === 0
        ? []
        : [
            { metric: time, value: total(held.map(({ timeMs }) => timeMs)) / held.length },
            ...(rate === null ? [] : [{ metric: rate, value: total(held.map(({ byteRate }) => byteRate)) }]),
          ]),
    ]
  })
  const exemptPercent = values.get(`${quotaMbean('Request')}#exempt-request-time`)
  // Kafka says percent of a thread; MSK milliseconds in a second.
  return exemptPercent === undefined
    ? figures
    : [...figures, { metric: 'RequestExemptFromThrottleTime', value: exemptPercent * 10 }]
}

const total = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((all, number) => all + (number ?? 0), 0)
