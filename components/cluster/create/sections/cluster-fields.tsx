'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ChoiceField } from '@/components/form/choice-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { ChoicesProps } from '../choices-props'
import { useRefusals } from '../use-refusals'
import { FixedNote } from './fixed-note'
import { ShapeFigure } from './shape-figure'
import { useVersions } from './use-versions'

export function ClusterFields({ creation, host }: ChoicesProps) {
  const t = useTranslations('create')
  const { control } = creation.form
  const refusal = useRefusals(creation)
  const versions = useVersions(host)
  const kafkaVersion = useWatch({ control, name: 'kafkaVersion' })
  return (
    <>
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
        groups={versions.groups}
        refusal={refusal('kafkaVersion')}
      />
    </>
  )
}
