import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { FormActions } from '@/components/form/form-actions'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { withChart } from '@/lib/browser/metrics/chart-sets'
import { putChartSet } from '@/lib/browser/mutations/chart-sets'
import { chartSetsQuery } from '@/lib/browser/queries/chart-sets'
import { routes } from '@/lib/browser/routes'
import {
  CHARTS_MAX,
  chartSetNameProblem,
  chartTitleProblem,
  type ChartLine,
  type SavedChart,
} from '@/lib/domain/metrics/chart-set'

type SaveDialogProps = {
  clusterId: string
  chart: Omit<SavedChart, 'lines'> & { lines: readonly ChartLine[] }
  /** The set it came from, empty for a new chart. */
  set: string
  onClose: () => void
}

/** Puts a chart into a set, in place of one of the same title; a set that is not there is made. */
export function SaveDialog({ clusterId, chart, set, onClose }: SaveDialogProps) {
  const t = useTranslations('explorer.saving')
  const router = useRouter()
  const sets = useQuery(chartSetsQuery(clusterId)).data ?? []
  const [name, setName] = useState(set)
  const [title, setTitle] = useState(chart.title)
  const [isChecked, setChecked] = useState(false)
  const saving = useMutation({
    ...putChartSet(useQueryClient()),
    onSuccess: (saved) => router.push(routes.chartSet(clusterId, saved.name)),
  })
  const own = sets.find((each) => each.name === name)
  const nameProblem = chartSetNameProblem(name)
  const titleProblem = chartTitleProblem(title)
  const saved = { ...chart, title: title.trim(), lines: [...chart.lines] }
  const charts = withChart(own?.charts ?? [], saved)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (nameProblem !== null || titleProblem !== null || charts === null || saving.isPending) return
    saving.mutate({ clusterId, name, charts, expected: own?.version ?? null })
  }
  const nameError = () => {
    if (!isChecked) return undefined
    if (nameProblem !== null) return t(`problem.${nameProblem}`)
    return charts === null ? t('full', { count: CHARTS_MAX }) : undefined
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title')}
      description={t('text')}
      closeLabel={t('cancel')}
    >
      <form className="mt-3 grid gap-4" noValidate onSubmit={submit}>
        <Field label={t('chart')} error={isChecked && titleProblem !== null ? t('titleMissing') : undefined}>
          {({ id, describedBy, invalid }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('set')}
          help={own === undefined ? t('setNew') : t('setKnown', { count: own.charts.length })}
          error={nameError()}
        >
          {({ id, describedBy, invalid }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {sets.length === 0 ? null : (
          <div className="flex flex-wrap gap-2" role="group" aria-label={t('known')}>
            {sets.map((each) => (
              <Button
                key={each.name}
                size="small"
                aria-pressed={each.name === name}
                onClick={() => setName(each.name)}
              >
                {each.name}
              </Button>
            ))}
          </div>
        )}
        {saving.isError ? <ErrorInPlace title={t('failed')} error={saving.error} /> : null}
        <FormActions cancel={t('cancel')} onCancel={onClose} submit={t('save')} />
      </form>
    </Dialog>
  )
}
