'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { spanRange, type Span, type TimeRange } from '@/lib/browser/metrics/time-range'

type RangeDialogProps = { span: Span; onChoose: (range: TimeRange) => void; onClose: () => void }

const fieldTime = (ms: number): string => new Date(ms).toISOString().slice(0, 16)
/** Fields hold a local time without a zone; here it is UTC, like every time. */
const readTime = (text: string): number => Date.parse(`${text}Z`)

/** A stretch of one’s own, by its two ends. */
export function RangeDialog({ span, onChoose, onClose }: RangeDialogProps) {
  const t = useTranslations('monitoring.range')
  const [from, setFrom] = useState(fieldTime(span.from))
  const [to, setTo] = useState(fieldTime(span.to))
  const [error, setError] = useState<string>()
  const choose = () => {
    const [first, last] = [readTime(from), readTime(to)]
    if (Number.isNaN(first + last)) return setError(t('notATime'))
    if (first >= last) return setError(t('wrongOrder'))
    onChoose(spanRange({ from: first, to: last }))
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('otherTitle')}
      description={t('otherText')}
      closeLabel={t('cancel')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" onClick={choose}>
            {t('show')}
          </Button>
        </>
      }
    >
      <div className="mt-4 grid gap-4 desk:grid-cols-2">
        <Field label={t('from')}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              type="datetime-local"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('to')} error={error}>
          {({ id, describedBy, invalid }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              type="datetime-local"
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
