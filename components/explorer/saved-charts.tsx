import { useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { TextLink } from '@/components/ui/text-link'
import { chartSetsQuery } from '@/lib/browser/queries/chart-sets'
import { routes } from '@/lib/browser/routes'

/** The sets of charts that were put together for this cluster, and where more can be. */
export function SavedCharts({ clusterId }: { clusterId: string }) {
  const t = useTranslations('chartSet')
  const sets = useQuery(chartSetsQuery(clusterId)).data ?? []
  const link = 'inline-flex items-center max-desk:min-h-8'
  return (
    <section
      aria-label={t('saved')}
      className="flex flex-wrap items-center gap-x-5 gap-y-1 text-12 text-text-2"
    >
      <b className="font-semibold text-text">{t('saved')}</b>
      {sets.map(({ name }) => (
        <TextLink key={name} asChild className={link}>
          <NextLink href={routes.chartSet(clusterId, name)}>{name}</NextLink>
        </TextLink>
      ))}
      {sets.length === 0 ? <span>{t('none')}</span> : null}
      <TextLink asChild className={link}>
        <NextLink href={routes.explore(clusterId)}>{t('explore')}</NextLink>
      </TextLink>
    </section>
  )
}
