import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { DEFAULT_CONFIGURATION } from '@/lib/browser/cluster-configuration/choice'
import type { Configuration } from '@/lib/browser/configuration/configuration-list'
import { routes } from '@/lib/browser/routes'
import { ClusterFields } from './cluster-fields'
import { PlacementPanel } from './placement/placement-panel'
import { VersionRows } from './version-rows'
import { RevisionRows } from './revision-rows'
import type { Applying } from './use-apply'

/** Which configuration, and which revision of it. */
export function ChoicePanel({ applying }: { applying: Applying }) {
  const t = useTranslations('configurationApply.choice')
  if (applying.page === 'rebalance') return <PlacementPanel applying={applying} />
  return (
    <Panel title={t('title')}>
      <div className="grid gap-4 px-4 pt-3.5 pb-4 max-desk:px-3">
        {applying.page === 'cluster' ? <ClusterFields applying={applying} /> : null}
        {applying.page === 'revision' ? null : <VersionRows applying={applying} />}
        <QueryView query={applying.choices} failed={t('failed')}>
          {(configurations) => <Choices applying={applying} configurations={configurations} />}
        </QueryView>
      </div>
    </Panel>
  )
}

type ChoicesProps = { applying: Applying; configurations: readonly Configuration[] }

function Choices({ applying, configurations }: ChoicesProps) {
  const t = useTranslations('configurationApply.choice')
  const { choice, choose, cluster, page } = applying
  const upgrade = useTranslations('upgrade')
  const { region } = cluster
  const chosen =
    choice.is === 'configuration' ? choice.arn : choice.is === 'default' ? DEFAULT_CONFIGURATION : ''
  const known = configurations.find(({ arn }) => arn === chosen)
  const isGone = choice.is === 'configuration' && known === undefined
  return (
    <>
      <Field
        label={t('configuration')}
        help={choice.is === 'default' ? t('defaultText') : undefined}
        error={isGone ? t('gone', { region }) : undefined}
      >
        {(ids) => (
          <Combobox
            ids={ids}
            value={chosen}
            onChange={(configuration) => choose({ configuration })}
            label={t('search')}
            placeholder={t('placeholder')}
            words={{ empty: t('nothingFound'), more: (count) => t('more', { count }) }}
            groups={[
              {
                label: '',
                options: [
                  ...(page === 'revision' ? [] : [{ value: '', label: upgrade('keep') }]),
                  ...configurations.map(({ arn, name, latestRevision }) => ({
                    value: arn,
                    label: name,
                    detail: t('latest', { revision: latestRevision.revision }),
                  })),
                  // With a version MSK has no word for it.
                  ...(page === 'revision'
                    ? [{ value: DEFAULT_CONFIGURATION, label: t('default'), detail: t('defaultDetail') }]
                    : []),
                ],
              },
            ]}
          />
        )}
      </Field>
      {configurations.length > 0 ? null : (
        <p className="text-12 text-text-2">
          {t('none', { region })}{' '}
          <TextLink asChild className="whitespace-nowrap underline">
            <NextLink href={routes.createConfiguration()}>{t('create')}</NextLink>
          </TextLink>
        </p>
      )}
      {known === undefined ? null : <RevisionRows applying={applying} configuration={known} />}
    </>
  )
}
