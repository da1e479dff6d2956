import type { TryLane, TryProblem, TryRun } from '@/lib/contract/console/try-it'
import type { LatencySummary } from '@/lib/domain/latency'

/** Sums over all brokers. What one broker does not know is not known of all. */
export function receiptTotals({ lanes }: Pick<TryRun, 'lanes'>) {
  const sum = (of: (lane: TryLane) => number): number => lanes.reduce((all, lane) => all + of(lane), 0)
  const isLostKnown = lanes.every(({ lost }) => lost !== null)
  return {
    acknowledged: sum(({ acknowledged }) => acknowledged),
    readBack: sum(({ readBack }) => readBack),
    lost: isLostKnown ? sum(({ lost }) => lost ?? 0) : null,
    doneBrokers: lanes.filter(({ state }) => state === 'done').length,
    slowestMs: Math.max(0, ...lanes.map(({ write }) => write?.maxMs ?? 0)),
  }
}

/** Under ten milliseconds one decimal, then whole. */
export const formatMs = (ms: number): string => (ms < 10 ? ms.toFixed(1) : String(Math.round(ms)))

/** Three figures in milliseconds, p50 / p99 / max; null where nothing was measured. */
export const latencyText = (summary: LatencySummary | null): string | null =>
  summary === null ? null : [summary.p50Ms, summary.p99Ms, summary.maxMs].map(formatMs).join(' / ')

/** What Kafka or the network said, word for word, where the problem has no better words of ours. */
export const saidBy = ({ is, said }: TryProblem): string | null =>
  is === 'unreachable' || is === 'refused' ? said : null

/** How the receipt is worded in the reader's language. */
export type ReceiptWords = {
  line: (name: 'head' | 'bounds' | 'lane' | 'problem', values: Record<string, string | number>) => string
  state: (state: TryRun['state']) => string
  problem: (problem: TryProblem) => string
  unknown: string
}

/** The receipt as text, to paste where someone asked for proof. */
export function receiptText(run: TryRun, clusterName: string, words: ReceiptWords): string {
  const { line, unknown } = words
  const { id, topic, recordsPerBroker: records, recordBytes: bytes } = run
  const lanes = run.lanes.flatMap((lane) => [
    line('lane', {
      broker: lane.brokerId,
      endpoint: lane.endpoint,
      acknowledged: lane.acknowledged,
      records,
      readBack: lane.readBack,
      lost: lane.lost ?? unknown,
      write: latencyText(lane.write) ?? unknown,
      roundTrip: latencyText(lane.roundTrip) ?? unknown,
    }),
    ...(lane.problem === null ? [] : [line('problem', { problem: problemText(lane.problem, words) })]),
  ])
  return [
    line('head', { id, cluster: clusterName, topic, state: words.state(run.state) }),
    line('bounds', { from: run.startedAt, to: run.endedAt ?? unknown, records, bytes }),
    ...lanes,
  ].join('\n')
}

const problemText = (problem: TryProblem, words: ReceiptWords): string =>
  [words.problem(problem), saidBy(problem)].filter((part) => part !== null).join(' ')
