import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Panel } from '@/components/ui/panel'
import { RadioCards } from '@/components/ui/radio-cards'
import { TextLink } from '@/components/ui/text-link'
import { LEADERS_MODES, leadersMode } from '@/lib/browser/cluster-change/placement-choice'
import { routes } from '@/lib/browser/routes'
import { NumberChoice } from '../number-choice'
import type { Applying } from '../use-apply'
import { BrokerChoice } from './broker-choice'
import { LeaderChoice } from './leader-choice'

/** What shall become of the partitions of the cluster, or of one topic: where they lie, how many, or who leads them. */
export function PlacementPanel({ applying }: { applying: Applying }) {
  const t = useTranslations('rebalance.about')
  const { placement, chooseLeaders, chooseFactor } = applying
  const { topic, factor, leaders } = placement
  const mode = leadersMode(leaders)
  const isOfTopic = topic !== ''
  return (
    <Panel title={isOfTopic ? t('topicTitle', { topic }) : t('title')}>
      <div className="grid gap-4 px-4 pt-3.5 pb-4 max-desk:px-3">
        <RadioCards
          label={t('what')}
          value={mode}
          onChange={(next) => chooseLeaders(next === 'replicas' ? '' : next)}
          cards={LEADERS_MODES.filter((each) => isOfTopic || each !== 'chosen').map((each) => ({
            value: each,
            label: t(`mode.${each}`),
            help: t(`help.${each}`),
          }))}
        />
        {mode === 'replicas' || mode === 'level' ? <BrokerChoice applying={applying} /> : null}
        {mode === 'replicas' && isOfTopic ? (
          <NumberChoice label={t('factor')} help={t('factorHelp')} value={factor} onChange={chooseFactor} />
        ) : null}
        {mode === 'chosen' && isOfTopic ? <LeaderChoice applying={applying} /> : null}
        {mode === 'replicas' ? (
          <ul className="grid gap-2 text-13 text-text-2">
            <li>{t('zones')}</li>
            <li>{t('least')}</li>
            <li>{t('slow')}</li>
          </ul>
        ) : null}
        {isOfTopic ? (
          <p className="text-13">
            <TextLink asChild className="underline">
              <NextLink href={routes.clusterRebalance(applying.cluster.id)}>{t('allTopics')}</NextLink>
            </TextLink>
          </p>
        ) : null}
      </div>
    </Panel>
  )
}
