'use client'

import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { routes } from '@/lib/browser/routes'
import type { Creation } from './use-create'

export function PlanFooter({ creation }: { creation: Creation }) {
  const t = useTranslations('create')
  const off = useOff(creation)
  return (
    <div className="border-t border-line">
      {creation.creation.isError ? (
        <div className="px-4 pt-3 max-desk:px-3">
          <ErrorInPlace title={t('failed')} error={creation.creation.error} />
        </div>
      ) : null}
      <div className="flex flex-wrap items-start gap-2 px-4 py-3 max-desk:px-3">
        <Button
          type="submit"
          kind="primary"
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
          {off ?? t('ifFails')}
        </p>
      </div>
    </div>
  )
}

/** Why Create would do nothing now. */
function useOff({ plan, isAsked, form, creation }: Creation): string | undefined {
  const t = useTranslations('create')
  if (form.formState.isSubmitting || creation.isPending || creation.isSuccess) return t('offAsked')
  if (!isAsked) return t(form.getValues('clusterName') === '' ? 'offNoName' : 'offMarked')
  if (plan.isError) return t('offPlanFailed')
  return (plan.data?.refusals.length ?? 0) > 0 ? t('offRefused') : undefined
}
