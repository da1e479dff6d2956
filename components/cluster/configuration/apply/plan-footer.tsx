import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { routes } from '@/lib/browser/routes'
import { type Applying, isAboutVersion } from './use-apply'

export function PlanFooter({ applying }: { applying: Applying }) {
  const t = useTranslations('configurationApply.footer')
  const off = useOff(applying)
  const { cluster, choice, page, application, isChanged, apply } = applying
  const error = isAboutVersion(application.error) ? null : application.error
  return (
    <div className="border-t border-line">
      {error === null && !isChanged ? null : (
        <div className="px-4 pt-3 max-desk:px-3">
          {error === null ? (
            <Notice tone="warn" shape="behind">
              {t('changed')}
            </Notice>
          ) : (
            <ErrorInPlace title={t('failed')} error={error} />
          )}
        </div>
      )}
      <div className="flex flex-wrap items-start gap-2 px-4 py-3 max-desk:px-3">
        <Button
          kind="primary"
          onClick={() => void apply()}
          offBecause={off}
          reasonPlace="elsewhere"
          className="max-desk:h-11"
        >
          {t(
            page === 'version'
              ? 'upgrade'
              : page === 'revision' && choice.is === 'default'
                ? 'applyDefault'
                : 'apply',
          )}
        </Button>
        <Button asChild className="max-desk:h-11">
          <NextLink
            href={page === 'revision' ? routes.clusterConfiguration(cluster.id) : routes.cluster(cluster.id)}
          >
            {t('cancel')}
          </NextLink>
        </Button>
        <p
          aria-hidden={off !== undefined}
          className="min-w-60 flex-1 self-center text-right text-12 text-balance text-text-3 max-desk:text-left"
        >
          {off ?? t('note')}
        </p>
      </div>
    </div>
  )
}

/** Why Apply would do nothing now. */
function useOff({ off, isChosen, page, version, plan }: Applying): string | undefined {
  const t = useTranslations('configurationApply.footer.off')
  if (!isChosen) return t(page === 'version' && version === '' ? 'openVersion' : 'open')
  if (off === 'asking' && plan.isError) return t('failed')
  return off === null ? undefined : t(off)
}
