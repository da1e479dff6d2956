import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { SelectField } from '@/components/form/select-field'
import { useRegion } from '@/components/shell/region'
import { DEFAULT_CONFIGURATION } from '@/lib/browser/cluster-configuration/choice'
import { CLEAN_ELECTIONS, readRevision, revisionValue } from '@/lib/browser/create/values'
import type { Configuration } from '@/lib/browser/configuration/configuration-list'
import { configurationsQuery } from '@/lib/browser/queries/configurations'
import type { Creation } from '../use-create'
import { useRefusals } from '../use-refusals'

/** Older ones can be applied later; who wants one from the start has the API. */
const OFFERED = 3

const HELP: Readonly<Record<string, 'helpClean' | 'helpDefault'>> = {
  [CLEAN_ELECTIONS]: 'helpClean',
  [DEFAULT_CONFIGURATION]: 'helpDefault',
}

/** A revision the brokers begin with. What was chosen stays in the list, also an older one. */
export function ConfigurationField({ creation }: { creation: Creation }) {
  const t = useTranslations('create.configuration')
  const { region } = useRegion()
  const { control } = creation.form
  const refusal = useRefusals(creation)
  const value = useWatch({ control, name: 'configuration' })
  const configurations = useQuery(configurationsQuery(region)).data ?? []
  const chosen = readRevision(value)
  const option = ({ arn, latestRevision: { revision: latest } }: Configuration, revision: number) => ({
    value: revisionValue({ arn, revision }),
    label: t('revision', { revision }),
    ...(revision === latest ? { detail: t('latest') } : {}),
  })
  const groups = configurations.map((configuration) => ({
    label: configuration.name,
    options: revisionsOf(configuration, chosen).map((revision) => option(configuration, revision)),
  }))
  const isListed = chosen === null || configurations.some(({ arn }) => arn === chosen.arn)
  return (
    <SelectField
      control={control}
      name="configuration"
      label={t('label')}
      help={t(HELP[value] ?? 'help')}
      groups={[
        {
          label: t('withoutOne'),
          options: [
            { value: CLEAN_ELECTIONS, label: t('clean') },
            { value: DEFAULT_CONFIGURATION, label: t('default') },
            ...(isListed ? [] : [{ value, label: t('gone') }]),
          ],
        },
        ...groups,
      ]}
      refusal={refusal('configuration')}
    />
  )
}

function revisionsOf(
  { arn, latestRevision: { revision: latest } }: Configuration,
  chosen: ReturnType<typeof readRevision>,
): number[] {
  const offered = Array.from({ length: Math.min(OFFERED, latest) }, (_, back) => latest - back)
  const isOlder = chosen !== null && chosen.arn === arn && !offered.includes(chosen.revision)
  return isOlder ? [...offered, chosen.revision] : offered
}
