import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { FormActions } from '@/components/form/form-actions'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { serverNow } from '@/lib/browser/clock'
import { resetOffsets } from '@/lib/browser/mutations/groups'
import { offsetPlanQuery } from '@/lib/browser/queries/groups'
import type { GroupDetail } from '@/lib/contract/console/groups'
import { RESET_TARGETS, type ResetTarget } from '@/lib/domain/offset-reset'
import { PlanTable } from './plan-table'

type ResetDialogProps = { clusterId: string; group: GroupDetail; onClose: () => void }
type TargetName = (typeof RESET_TARGETS)[number]

/** Where a group goes on reading in a topic; what that changes is shown before it is done, and nothing else is done. */
export function ResetDialog({ clusterId, group, onClose }: ResetDialogProps) {
  const t = useTranslations('group.resetting')
  const topics = [...new Set(group.partitions.map(({ topic }) => topic))]
  const [topic, setTopic] = useState(topics[0] ?? '')
  const [to, setTo] = useState<TargetName>('earliest')
  const [time, setTime] = useState(() => new Date(serverNow() - 3_600_000).toISOString().slice(0, 16))
  const [offset, setOffset] = useState('0')
  const target = targetOf(to, time, offset)
  const ask = { clusterId, groupName: group.name, topic, target: target ?? { to: 'earliest' as const } }
  const plan = useQuery({ ...offsetPlanQuery(ask), enabled: target !== null && topic !== '' })
  const reset = useMutation({
    ...resetOffsets(useQueryClient()),
    onSuccess: onClose,
    onError: () => void plan.refetch(),
  })
  const isReady = target !== null && plan.data !== undefined && plan.data.moves.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !reset.isPending) reset.mutate({ ...ask, key: plan.data.key })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { name: group.name })}
      description={t('text')}
      closeLabel={t('cancel')}
    >
      <form className="mt-3 grid gap-4" noValidate onSubmit={submit}>
        <div className="grid items-start gap-4 desk:grid-cols-2">
          <Field label={t('topic')}>
            {(ids) => (
              <Select
                ids={ids}
                value={topic}
                onChange={setTopic}
                groups={[{ label: t('topic'), options: topics.map((value) => ({ value, label: value })) }]}
              />
            )}
          </Field>
          <Field label={t('to')}>
            {(ids) => (
              <Select
                ids={ids}
                value={to}
                onChange={(value) => setTo(RESET_TARGETS.find((name) => name === value) ?? 'earliest')}
                groups={[
                  {
                    label: t('to'),
                    options: RESET_TARGETS.map((value) => ({ value, label: t(`target.${value}`) })),
                  },
                ]}
              />
            )}
          </Field>
          {to === 'time' ? (
            <Field label={t('time')} error={target === null ? t('notATime') : undefined}>
              {({ id, describedBy, invalid }) => (
                <Input
                  id={id}
                  aria-describedby={describedBy}
                  aria-invalid={invalid}
                  type="datetime-local"
                  value={time}
                  onChange={(event) => setTime(event.target.value)}
                />
              )}
            </Field>
          ) : null}
          {to === 'offset' ? (
            <Field label={t('offset')} error={target === null ? t('notAnOffset') : undefined}>
              {({ id, describedBy, invalid }) => (
                <Input
                  id={id}
                  aria-describedby={describedBy}
                  aria-invalid={invalid}
                  inputMode="numeric"
                  value={offset}
                  onChange={(event) => setOffset(event.target.value)}
                />
              )}
            </Field>
          ) : null}
        </div>
        {plan.isError ? <ErrorInPlace title={t('planFailed')} error={plan.error} /> : null}
        {plan.data === undefined ? null : <PlanTable plan={plan.data} />}
        {reset.isError ? <ErrorInPlace title={t('failed')} error={reset.error} /> : null}
        <FormActions
          cancel={t('cancel')}
          onCancel={onClose}
          submit={t('reset')}
          danger
          offBecause={isReady ? undefined : t('nothingToDo')}
        />
      </form>
    </Dialog>
  )
}

/** Fields hold a time without a zone; here it is UTC, like every time. Null: what is typed is no target. */
function targetOf(to: TargetName, time: string, offset: string): ResetTarget | null {
  switch (to) {
    case 'earliest':
    case 'latest':
      return { to }
    case 'time': {
      const at = Date.parse(`${time}Z`)
      return Number.isNaN(at) ? null : { to, at }
    }
    case 'offset':
      return /^\d{1,15}$/.test(offset.trim()) ? { to, offset: Number(offset) } : null
  }
}
