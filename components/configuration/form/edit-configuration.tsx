import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { QueryView } from '@/components/feedback/query-view'
import { TextField } from '@/components/form/text-field'
import { PageHead } from '@/components/shell/page-head'
import { bold } from '@/components/text/bold'
import { SkeletonBars } from '@/components/ui/skeleton'
import { CallError } from '@/lib/browser/call-error'
import type { Configuration } from '@/lib/browser/configuration/configuration-list'
import { reviseConfiguration } from '@/lib/browser/mutations/configurations'
import { revisionsQuery, revisionTextQuery } from '@/lib/browser/queries/configurations'
import { routes } from '@/lib/browser/routes'
import { VersionNames } from '../version-names'
import { ConfigurationFields } from './configuration-fields'
import { ElsewhereNotice } from './elsewhere-notice'
import { useConfigurationForm } from './use-configuration-form'

type EditConfigurationProps = { configuration: Configuration; region: string; isGone: boolean }

/** A new revision of what there is; the text of the latest is where it begins. */
export function EditConfiguration(props: EditConfigurationProps) {
  const { configuration, region } = props
  const { arn, latestRevision } = configuration
  const t = useTranslations('configuration.panel')
  const errors = useTranslations('errors')
  const query = useQuery(revisionTextQuery(region, arn, latestRevision.revision))
  return (
    <QueryView
      query={query}
      failed={t('textFailed')}
      loading={<SkeletonBars lines={6} label={errors('loading')} />}
    >
      {(text) => <EditText {...props} first={text} />}
    </QueryView>
  )
}

function EditText({ configuration, region, isGone, first }: EditConfigurationProps & { first: string }) {
  const { arn, name, kafkaVersions, latestRevision } = configuration
  const t = useTranslations('configurationForm')
  const router = useRouter()
  const client = useQueryClient()
  const model = useConfigurationForm(arn, {
    name,
    description: '',
    kafkaVersions,
    text: first,
    from: latestRevision.revision,
  })
  const { form, values, begin } = model
  const latest = useQuery(revisionsQuery(region, arn)).data?.[0]
  const saving = useMutation({
    ...reviseConfiguration(client),
    onSuccess: () => {
      model.forget()
      router.push(routes.configuration(name))
    },
  })
  const isElsewhere = latest !== undefined && latest.revision > values.from && saving.isIdle
  const wasRefused = saving.error instanceof CallError && saving.error.status === 409
  const takeTheirs = async (revision: number) => {
    const text = await client.fetchQuery(revisionTextQuery(region, arn, revision))
    saving.reset()
    model.beginWith({ ...values, text, from: revision })
  }
  return (
    <>
      <PageHead title={t('editTitle', { name })} subtitle={t('editLead', { next: values.from + 1 })} />
      {isGone && !saving.isSuccess ? (
        <Notice tone="warn" shape="behind">
          {t.rich('gone', bold)}
        </Notice>
      ) : null}
      {(isElsewhere || wasRefused) && latest !== undefined && !isGone ? (
        <ElsewhereNotice
          name={name}
          latest={latest}
          from={values.from}
          onTake={() => void takeTheirs(latest.revision)}
          onKeep={() => {
            saving.reset()
            form.setValue('from', latest.revision)
          }}
        />
      ) : null}
      <ConfigurationFields
        model={model}
        about={
          <div className="grid items-start gap-4 desk:grid-cols-2">
            <TextField
              control={form.control}
              name="description"
              label={t('description.label')}
              help={t('description.helpRevision')}
            />
            <dl className="grid gap-1 text-13">
              <dt className="font-[550]">{t('versions.label')}</dt>
              <dd className="py-[7px]">
                <VersionNames versions={kafkaVersions} />
              </dd>
            </dl>
          </div>
        }
        submit={t('save', { next: values.from + 1 })}
        offBecause={
          values.text === begin.text && values.from === begin.from
            ? t('unchanged', { revision: values.from })
            : undefined
        }
        cancelTo={routes.configuration(name)}
        isAsked={saving.isPending}
        // A refusal because of another one's revision is told above, with what one can do.
        error={wasRefused ? null : saving.error}
        failed={t('saveFailed')}
        onSave={({ description, text, from }) => saving.mutate({ region, arn, from, description, text })}
      />
    </>
  )
}
