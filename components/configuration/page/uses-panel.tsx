import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import type { StandingUse } from '@/lib/browser/configuration/configuration-list'
import { routes } from '@/lib/browser/routes'
import { UseStanding } from '../use-standing'

type UsesPanelProps = { arn: string; uses: readonly StandingUse[]; isKnown: boolean }

/** The clusters that have a revision of it, those furthest behind first. */
export function UsesPanel({ arn, uses, isKnown }: UsesPanelProps) {
  const t = useTranslations('configuration.uses')
  if (!isKnown) return null
  return (
    <Panel title={t('title')}>
      {uses.length === 0 ? (
        <p className="px-4 py-3 text-13 text-text-2 max-desk:px-3">{t('empty')}</p>
      ) : (
        <ul className="text-13">
          {uses.map((use) => (
            <li
              key={use.clusterId}
              className="flex min-h-9 flex-wrap items-center gap-x-3 border-t border-line px-4 py-1 first:border-t-0 max-desk:min-h-11 max-desk:px-3"
            >
              <TextLink asChild kind="quiet" className="py-1 font-[550] [overflow-wrap:anywhere]">
                <NextLink href={routes.cluster(use.clusterId)}>{use.clusterName}</NextLink>
              </TextLink>
              <UseStanding use={use} />
              {use.behind === 0 ? null : (
                <TextLink asChild className="ml-auto py-1 text-12">
                  <NextLink href={routes.applyConfiguration(use.clusterId, { configuration: arn })}>
                    {t('bringUp')}
                  </NextLink>
                </TextLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
