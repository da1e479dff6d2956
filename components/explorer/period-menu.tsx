'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { BarTrigger } from '@/components/monitoring/monitoring-bar'
import { useStepWords } from '@/components/monitoring/use-range-words'
import type { View } from '@/components/monitoring/use-view'
import { Menu, MenuChoice } from '@/components/ui/menu'
import { serverNow } from '@/lib/browser/clock'
import { stepsFor } from '@/lib/browser/metrics/step'
import { endsOf } from '@/lib/browser/metrics/time-range'

/** How long a point stands for, among what makes sense for the time in view. */
export function PeriodMenu({ view: { range, chosenStepS, stepS, setStep } }: { view: View }) {
  const t = useTranslations('monitoring')
  const step = useStepWords()
  const [nowMs] = useState(serverNow)
  return (
    <Menu label={t('period')} trigger={<BarTrigger>{t('periodNow', { period: step(stepS) })}</BarTrigger>}>
      <MenuChoice
        value={chosenStepS === stepS ? String(chosenStepS) : ''}
        onChange={setStep}
        options={[
          { value: '', label: t('periodAuto') },
          ...stepsFor(endsOf(range, nowMs), nowMs).map((each) => ({
            value: String(each),
            label: step(each),
          })),
        ]}
      />
    </Menu>
  )
}
