import { useAddress } from '@/components/table/use-address'
import { stepOf } from '@/lib/browser/metrics/step'
import { DEFAULT_RANGE, endsOf, type LastRange } from '@/lib/browser/metrics/time-range'
import { useRange } from './use-range'

export const STATISTICS = ['Average', 'Minimum', 'Maximum', 'Sum', 'p50', 'p90', 'p99'] as const
export const GROUPINGS = ['broker', 'topic'] as const
export const DRAWINGS = ['stacked', 'lines'] as const

const oneOf = <Name extends string>(names: readonly Name[], text: string): Name | undefined =>
  names.find((name) => name === text)

/** What of the metrics is looked at, all of it in the address. */
export function useView(nowMs: number, usual: LastRange = DEFAULT_RANGE) {
  const { range, setRange } = useRange(usual)
  const [statisticText, setStatistic] = useAddress('statistic', '')
  const [stepText, setStep] = useAddress('period', '')
  const [brokerText, setBroker] = useAddress('broker', '')
  const [groupingText, setGrouping] = useAddress('by', GROUPINGS[0])
  const [drawingText, setDrawing] = useAddress('as', DRAWINGS[0])
  const chosenStepS = stepText === '' ? null : Number(stepText)
  return {
    range,
    setRange,
    statistic: oneOf(STATISTICS, statisticText) ?? null,
    setStatistic,
    chosenStepS,
    stepS: stepOf(endsOf(range, nowMs), nowMs, chosenStepS),
    setStep,
    broker: brokerText === '' ? null : Number(brokerText),
    setBroker,
    grouping: oneOf(GROUPINGS, groupingText) ?? GROUPINGS[0],
    setGrouping,
    drawing: oneOf(DRAWINGS, drawingText) ?? DRAWINGS[0],
    setDrawing,
  }
}

export type View = ReturnType<typeof useView>
