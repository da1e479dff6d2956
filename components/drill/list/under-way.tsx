import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { routes } from '@/lib/browser/routes'
import type { DrillSummary } from '@/lib/contract/console/drills'
import { DRILL_LOOKS } from '../drill-looks'

/** The drill that is under way, if one is. */
export function UnderWay({ clusterId, drills }: { clusterId: string; drills: readonly DrillSummary[] }) {
  const t = useTranslations('drills')
  const drill = drills.find(({ state }) => state === 'RUNNING')
  if (drill === undefined) return null
  return (
    <Notice
      {...DRILL_LOOKS.RUNNING}
      actions={
        <Button asChild size="small">
          <NextLink href={routes.drill(clusterId, drill.id)}>{t('watch')}</NextLink>
        </Button>
      }
    >
      {t('underWay', { kind: t(`kind.${drill.kind}`) })}
    </Notice>
  )
}
