'use client'

import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { FIELD_OF_RULE } from '@/lib/browser/create/sections'
import { routes } from '@/lib/browser/routes'
import type { Creation } from '../use-create'

export function PlanFooter({ creation }: { creation: Creation }) {
  const t = useTranslations('create')
  const off = useOff(creation)
  const note = useNote(creation)
  return (
    <div className="border-t border-line">
      {isUnexplained(creation) ? (
        <div className="px-4 pt-3 max-desk:px-3">
          <ErrorInPlace title={t('failed')} error={creation.creation.error} />
        </div>
      ) : null}
      <div className="flex flex-wrap items-start gap-2 px-4 py-3 max-desk:px-3">
        <Button
          kind="primary"
          onClick={() => void creation.create()}
          offBecause={off}
          reasonPlace="elsewhere"
          className="max-desk:h-11"
        >
          {t('create')}
          <Kbd onAccent>⌘↵</Kbd>
        </Button>
        <Button asChild className="max-desk:h-11">
          <NextLink href={routes.clusters()}>{t('cancel')}</NextLink>
        </Button>
        <p
          aria-hidden={off !== undefined}
          className="min-w-60 flex-1 self-center text-right text-12 text-balance text-text-3 max-desk:text-left"
        >
          {off ?? note ?? t('ifFails')}
        </p>
      </div>
    </div>
  )
}

/** A refusal the plan has words for stands there; what is told here is everything else. */
const isUnexplained = ({ creation, plan }: Creation): boolean =>
  creation.isError && (plan.data === undefined || plan.data.refusals.length === 0)

/** Why Create would do nothing now. What a field is to blame for is no reason: pressed, it leads to that field. */
function useOff({ plan, isAsked, form, creation }: Creation): string | undefined {
  const t = useTranslations('create')
  if (form.formState.isSubmitting || creation.isPending || creation.isSuccess) return t('offAsked')
  const refusals = isAsked ? (plan.data?.refusals ?? []) : []
  return refusals.some(({ rule }) => FIELD_OF_RULE[rule] === null) ? t('offRefused') : undefined
}

/** What stands between here and the cluster. */
function useNote({ plan, isAsked, form }: Creation): string | undefined {
  const t = useTranslations('create')
  if (!isAsked) return t(form.getValues('clusterName') === '' ? 'offNoName' : 'offMarked')
  if (plan.isError) return t('offPlanFailed')
  return (plan.data?.refusals.length ?? 0) > 0 ? t('offRefused') : undefined
}
