'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { NumberField } from '@/components/form/number-field'
import { TextField } from '@/components/form/text-field'
import { FormActions } from '@/components/form/form-actions'
import { Sentences } from '@/components/text/sentences'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { TopicDefaults } from '@/lib/contract/console/topics'
import { survivalOf } from '@/lib/domain/topic'
import { CreateTopicCommands } from './create-topic-commands'
import { CreateTopicSettings } from './create-topic-settings'
import { type TopicCreation, useCreateTopic } from './use-create-topic'

type FieldsProps = {
  cluster: ClusterDetail
  names: readonly string[]
  defaults: TopicDefaults
  onClose: () => void
}

export function CreateTopicFields({ cluster, names, defaults, onClose }: FieldsProps) {
  const t = useTranslations('createTopic')
  const creation = useCreateTopic({ cluster, names, defaults })
  const { control } = creation.form
  return (
    <form
      className="flex min-h-0 flex-1 flex-col"
      noValidate
      onSubmit={(event) => void creation.create(event)}
    >
      <div className="-mx-4 grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-4 pt-2 pb-4">
        <TextField control={control} name="name" label={t('name.label')} help={t('name.help')} />
        <div className="grid items-start gap-4 desk:grid-cols-2">
          <NumberField
            control={control}
            name="partitions"
            label={t('partitions.label')}
            help={t('partitions.help', { brokers: creation.defaults.brokers })}
          />
          <CopiesField creation={creation} />
        </div>
        <CreateTopicSettings creation={creation} />
        <CreateTopicCommands cluster={cluster} creation={creation} />
        {creation.error === null ? null : <ErrorInPlace title={t('failed')} error={creation.error} />}
      </div>
      <FormActions cancel={t('cancel')} onCancel={onClose} submit={t('create')} />
    </form>
  )
}

/** How many copies, and what that survives here. */
function CopiesField({ creation }: { creation: TopicCreation }) {
  const t = useTranslations('createTopic')
  const { control } = creation.form
  const text = useWatch({ control, name: 'replicationFactor' })
  const others = useWatch({ control, name: 'others' })
  const own = others.find(({ name }) => name === 'min.insync.replicas')?.value
  const minIsr = Number(own ?? creation.defaults.settings['min.insync.replicas'] ?? 1) || 1
  const copies = Number(text)
  const survival = survivalOf(copies, minIsr)
  const help =
    !Number.isInteger(copies) || copies < 1 ? undefined : copies === 1 ? (
      t('replication.one')
    ) : (
      <Sentences
        parts={[
          t('replication.some', { copies, writes: survival.writesWithout, data: survival.dataWithout }),
          t('replication.minIsr', { minIsr }),
        ]}
      />
    )
  return <NumberField control={control} name="replicationFactor" label={t('replication.label')} help={help} />
}
