'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Panel } from '@/components/ui/panel'
import { AccessField } from './access-field'
import type { ChoicesProps } from './choices-props'
import { FixedNote } from './fixed-note'
import { ShapeFigure } from './shape-figure'
import { SizeFields } from './size-fields'
import { useRefusals } from './use-refusals'
import { useVersions } from './use-versions'

export function ChoicesPanel({ creation, host }: ChoicesProps) {
  const t = useTranslations('create')
  const { control } = creation.form
  const refusal = useRefusals(creation)
  const versions = useVersions(host)
  const kafkaVersion = useWatch({ control, name: 'kafkaVersion' })
  return (
    <Panel title={t('sections.cluster')}>
      <div className="grid gap-5 p-4 max-desk:p-3">
        <TextField
          control={control}
          name="clusterName"
          label={t('name.label')}
          help={t('name.help')}
          placeholder={t('name.placeholder')}
          note={<FixedNote creation={creation} name="clusterName" />}
          refusal={refusal('clusterName')}
        />
        <ChoiceField
          control={control}
          name="shape"
          label={t('shape.label')}
          note={<FixedNote creation={creation} name="shape" />}
          refusal={refusal('shape')}
          cards={[
            {
              value: 'MSK',
              label: t('shape.MSK'),
              help: t('shape.MSKHelp'),
              figure: <ShapeFigure zones={3} />,
            },
            {
              value: 'DEVELOPMENT',
              label: t('shape.DEVELOPMENT'),
              help: t('shape.DEVELOPMENTHelp'),
              figure: <ShapeFigure zones={1} />,
            },
          ]}
        />
        <SelectField
          control={control}
          name="kafkaVersion"
          label={t('version.label')}
          help={versions.help(kafkaVersion)}
          note={<FixedNote creation={creation} name="kafkaVersion" />}
          groups={versions.groups}
          refusal={refusal('kafkaVersion')}
        />
        <ChoiceField
          control={control}
          name="profile"
          label={t('profile.label')}
          note={<FixedNote creation={creation} name="profile" />}
          refusal={refusal('profile')}
          cards={[
            { value: 'lab', label: t('profile.lab'), help: t('profile.labHelp') },
            { value: 'server', label: t('profile.server'), help: t('profile.serverHelp') },
          ]}
        />
        <AccessField creation={creation} host={host} />
        <SizeFields creation={creation} host={host} />
      </div>
    </Panel>
  )
}
