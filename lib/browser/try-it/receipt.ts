import type { TryLane, TryRun } from '@/lib/contract/console/try-it'
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

const figures = (summary: LatencySummary | null): string =>
  summary === null
    ? '-'
    : `${formatMs(summary.p50Ms)} / ${formatMs(summary.p99Ms)} / ${formatMs(summary.maxMs)} ms`

/** The receipt as text, to paste where someone asked for proof. */
export function receiptText(run: TryRun, clusterName: string): string {
  const lines = run.lanes.map((lane) =>
    [
      `Broker ${lane.brokerId} at ${lane.endpoint}: ${lane.acknowledged} of ${run.recordsPerBroker} written`,
      `${lane.readBack} read back`,
      `lost ${lane.lost ?? '-'}`,
      `write p50/p99/max ${figures(lane.write)}`,
      `there and back ${figures(lane.roundTrip)}`,
      ...(lane.problem === null ? [] : [`failed: ${lane.problem.said}`]),
    ].join(', '),
  )
  return [
    `Mosaik receipt ${run.id}: ${clusterName}, topic ${run.topic}, ${run.state}`,
    `${run.startedAt} to ${run.endedAt ?? '-'}, ${run.recordsPerBroker} records of ${run.recordBytes} bytes per broker, acks=all`,
    ...lines,
    ...(run.problem === null ? [] : [run.problem]),
  ].join('\n')
}
