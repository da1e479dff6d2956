import { useTranslations } from 'use-intl'
import { StateIcon } from '@/components/ui/state-icon'
import { FIELD_OF_RULE, sectionOf } from '@/lib/browser/create/sections'
import type { CreationRefusal } from '@/lib/domain/creation-refusal'
import { StepLink } from '../step-link'
import type { Creation } from '../use-create'
import { useRefusalWords } from '../use-refusals'

type RefusalsProps = { creation: Creation; refusals: readonly CreationRefusal[] }

/** Every reason, each with the way to the section that may answer it. */
export function Refusals({ creation, refusals }: RefusalsProps) {
  const t = useTranslations('create')
  const words = useRefusalWords()
  return (
    <ul className="grid gap-2 border-b border-bad-line bg-bad-tint px-4 py-3 text-13 max-desk:px-3">
      {refusals.map((refusal) => {
        const field = FIELD_OF_RULE[refusal.rule]
        const section = field === null ? null : sectionOf(field)
        return (
          <li key={refusal.rule} className="flex gap-2.5">
            <StateIcon shape="failed" className="mt-0.5 size-3.5 text-bad" />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {words(refusal)}
              {section === null || section === creation.walk.step ? null : (
                <StepLink creation={creation} step={section} className="block">
                  {t('toSection', { section: t(`sections.${section}`) })}
                </StepLink>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
