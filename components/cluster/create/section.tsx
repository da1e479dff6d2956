import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { StateIcon } from '@/components/ui/state-icon'
import { type CreateSection, stepAfter } from '@/lib/browser/create/sections'
import { SectionFacts } from './section-facts'
import { StepLink } from './step-link'
import type { Creation } from './use-create'
import { useMarks } from './use-marks'
import type { SummaryFact } from './use-summary'
import { stepId } from './use-walk'

type SectionProps = {
  creation: Creation
  section: CreateSection
  summary: readonly SummaryFact[]
  children: ReactNode
}

export function Section({ creation, section, summary, children }: SectionProps) {
  const t = useTranslations('create')
  const { step } = creation.walk
  const mark = useMarks(creation)(section)
  const isOpen = step === section
  const name = t(`sections.${section}`)
  const id = stepId(section)
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-[14px_minmax(0,1fr)] gap-x-2.5 border-t border-line px-4 pt-3 pb-3.5 text-13 first-of-type:border-t-0 max-desk:px-3"
    >
      <StateIcon shape={MARKS[mark].shape} className={`mt-[3px] size-3.5 ${MARKS[mark].tone}`} />
      <div className="flex items-baseline gap-2">
        <h3 id={id} tabIndex={-1} className="font-semibold focus-visible:outline-none">
          {name}
          <span className="sr-only"> {t(`mark.${mark}`)}</span>
        </h3>
        {mark === 'broken' && !isOpen ? <span className="text-12 text-bad">{t('toCorrect')}</span> : null}
        {isOpen ? null : (
          <StepLink creation={creation} step={section} className="ml-auto">
            {t('edit')}
            <span className="sr-only"> {name}</span>
          </StepLink>
        )}
      </div>
      {isOpen ? (
        <div className="col-[1/-1] grid gap-5 pt-3">
          {children}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button type="submit" className="max-desk:h-11">
              {t('next', { section: t(`sections.${stepAfter(section)}`) })}
            </Button>
            {section === 'cluster' ? <p className="text-12 text-text-3">{t('enough')}</p> : null}
          </div>
        </div>
      ) : (
        <SectionFacts facts={summary} />
      )}
    </section>
  )
}

const MARKS = {
  ok: { shape: 'check', tone: 'text-ok' },
  broken: { shape: 'failed', tone: 'text-bad' },
  empty: { shape: 'waiting', tone: 'text-text-3' },
} as const
