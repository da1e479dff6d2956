import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { DimensionFields } from '@/components/metric-picker/dimension-fields'
import { MetricPicker } from '@/components/metric-picker/metric-picker'
import { StatisticField } from '@/components/metric-picker/statistic-field'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Input } from '@/components/ui/input'
import { newLine } from '@/lib/browser/metrics/explored-address'
import { metricChoice } from '@/lib/browser/metrics/metric-choices'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { lineId, type ChartLine } from '@/lib/domain/metrics/chart-set'

type LineRowsProps = {
  cluster: ClusterDetail
  lines: readonly ChartLine[]
  onChange: (lines: readonly ChartLine[]) => void
}

/** The lines of a chart, each with what it is of; expressions name the others by their ids. */
export function LineRows({ cluster, lines, onChange }: LineRowsProps) {
  return (
    <ol>
      {lines.map((line, place) => (
        <LineRow
          // A line has no identity but its place, which is also its id.
          key={place}
          cluster={cluster}
          line={line}
          place={place}
          onChange={(next) => onChange(lines.toSpliced(place, 1, next))}
          onRemove={() => onChange(lines.toSpliced(place, 1))}
        />
      ))}
    </ol>
  )
}

type LineRowProps = {
  cluster: ClusterDetail
  line: ChartLine
  place: number
  onChange: (line: ChartLine) => void
  onRemove: () => void
}

function LineRow({ cluster, line, place, onChange, onRemove }: LineRowProps) {
  const t = useTranslations('explorer')
  const id = lineId(place)
  return (
    <li
      aria-label={t('line', { id })}
      className="flex items-start gap-3 border-t border-line px-4 py-3 first:border-t-0 max-desk:px-3"
    >
      <span className="mono mt-[26px] w-7 flex-none text-text-3">{id}</span>
      <div className="grid min-w-0 flex-1 grid-cols-[repeat(auto-fit,minmax(min(160px,100%),1fr))] items-start gap-3">
        {line.is === 'metric' ? (
          <MetricFields cluster={cluster} line={line} onChange={onChange} />
        ) : (
          <ExpressionFields line={line} onChange={onChange} />
        )}
      </div>
      <Button
        kind="ghost"
        size="icon"
        className="mt-[21px]"
        aria-label={t('removeLine', { id })}
        title={t('removeLine', { id })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </Button>
    </li>
  )
}

type FieldsProps<Is extends ChartLine['is']> = {
  line: Extract<ChartLine, { is: Is }>
  onChange: (line: ChartLine) => void
}

function MetricFields({
  cluster,
  line,
  onChange,
}: FieldsProps<'metric'> & { cluster: ClusterDetail }): ReactNode {
  const choice = metricChoice(line.metric)
  const choose = (metric: string) => {
    const fresh = newLine(metric)
    if (fresh?.is !== 'metric') return
    // What was chosen of the brokers or topics holds for the other metric as well.
    const kept = Object.keys(fresh.of).map((name) => [name, pick(line.of, name) ?? pick(fresh.of, name)])
    onChange({ ...fresh, of: Object.fromEntries(kept) })
  }
  return (
    <>
      <MetricPicker value={line.metric} onChange={choose} level={cluster.monitoringLevel} />
      {choice === null ? null : (
        <DimensionFields
          cluster={cluster}
          choice={choice}
          value={line.of}
          onChange={(of) => onChange({ ...line, of })}
          allowsEach
        />
      )}
      <StatisticField value={line.statistic} onChange={(statistic) => onChange({ ...line, statistic })} />
    </>
  )
}

const pick = (of: Readonly<Record<string, string | undefined>>, name: string): string | undefined => of[name]

function ExpressionFields({ line, onChange }: FieldsProps<'expression'>) {
  const t = useTranslations('explorer')
  return (
    <>
      <Field label={t('expression')} help={t('expressionHelp')}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            className="mono"
            value={line.expression}
            onChange={(event) => onChange({ ...line, expression: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('label')}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            value={line.label}
            onChange={(event) => onChange({ ...line, label: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
