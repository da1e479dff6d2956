import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Configuration } from '@/lib/browser/configuration/configuration-list'
import { reviseConfiguration } from '@/lib/browser/mutations/configurations'
import { revisionTextQuery } from '@/lib/browser/queries/configurations'

type RestoreDialogProps = {
  configuration: Configuration
  region: string
  revision: number
  latest: number
  onClose: () => void
  onRestored: (revision: number) => void
}

/** An old text becomes the newest revision; what came between stays in the history. */
export function RestoreDialog(props: RestoreDialogProps) {
  const { configuration, region, revision, latest, onClose, onRestored } = props
  const { arn } = configuration
  const t = useTranslations('configuration.restoring')
  const form = useForm({
    resolver: zodResolver(z.object({ description: z.string() })),
    defaultValues: { description: t('descriptionValue', { revision }) },
  })
  const text = useQuery(revisionTextQuery(region, arn, revision)).data
  const restoring = useMutation({
    ...reviseConfiguration(useQueryClient()),
    onSuccess: (made) => {
      onRestored(made.revision)
      onClose()
    },
  })
  const restore = form.handleSubmit(({ description }) => {
    if (text !== undefined && !restoring.isPending)
      restoring.mutate({ region, arn, from: latest, description, text })
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { revision })}
      description={t('text', { next: latest + 1 })}
      closeLabel={t('keep')}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button kind="primary" onClick={() => void restore()}>
            {t('restore')}
          </Button>
        </>
      }
    >
      <form className="mt-3 grid gap-3" noValidate onSubmit={(event) => void restore(event)}>
        <TextField control={form.control} name="description" label={t('description')} />
        {restoring.isError ? (
          <ErrorInPlace title={t('failed', { revision })} error={restoring.error} />
        ) : null}
      </form>
    </Dialog>
  )
}
