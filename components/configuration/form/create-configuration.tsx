import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { TextField } from '@/components/form/text-field'
import { CallError } from '@/lib/browser/call-error'
import { createConfiguration } from '@/lib/browser/mutations/configurations'
import { routes } from '@/lib/browser/routes'
import { ConfigurationFields } from './configuration-fields'
import { useConfigurationForm } from './use-configuration-form'
import { VersionsField } from './versions-field'

const EMPTY = { name: '', description: '', kafkaVersions: [], text: '', from: 0 }

type CreateConfigurationProps = { region: string; names: readonly string[] }

export function CreateConfiguration({ region, names }: CreateConfigurationProps) {
  const t = useTranslations('configurationForm')
  const router = useRouter()
  const model = useConfigurationForm(`new ${region}`, EMPTY)
  const { control, setError } = model.form
  const name = useWatch({ control, name: 'name' })
  const creation = useMutation({
    ...createConfiguration(useQueryClient()),
    onSuccess: (made) => {
      model.forget()
      router.push(routes.configuration(made.name))
    },
    onError: (error) => {
      if (isAboutName(error)) setError('name', { message: error.message }, { shouldFocus: true })
    },
  })
  const isTaken = names.includes(name) && !creation.isPending && !creation.isSuccess
  return (
    <ConfigurationFields
      model={model}
      about={
        <>
          <div className="grid items-start gap-4 desk:grid-cols-2">
            <TextField
              control={control}
              name="name"
              label={t('name.label')}
              help={t('name.help')}
              refusal={isTaken ? t('name.taken', { region }) : undefined}
            />
            <TextField
              control={control}
              name="description"
              label={t('description.label')}
              help={t('description.help')}
            />
          </div>
          <VersionsField control={control} />
        </>
      }
      submit={t('createTitle')}
      cancelTo={routes.configurations()}
      isAsked={creation.isPending}
      error={isAboutName(creation.error) ? null : creation.error}
      failed={t('createFailed')}
      onSave={({ description, kafkaVersions, text }) =>
        creation.mutate({ region, name, description, kafkaVersions, text })
      }
    />
  )
}

const isAboutName = (error: unknown): error is CallError =>
  error instanceof CallError && error.field === 'name'
