import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Configuration } from '@/lib/browser/configuration/configuration-list'
import { deleteConfiguration } from '@/lib/browser/mutations/configurations'
import { routes } from '@/lib/browser/routes'

type DeleteConfigurationDialogProps = { configuration: Configuration; region: string; onClose: () => void }

/** Refused by the server, with the clusters named, where one took a revision meanwhile. */
export function DeleteConfigurationDialog(props: DeleteConfigurationDialogProps) {
  const { configuration, region, onClose } = props
  const { arn, name, latestRevision } = configuration
  const t = useTranslations('configuration.deletion')
  const router = useRouter()
  const removal = useMutation({
    ...deleteConfiguration(useQueryClient()),
    onSuccess: () => router.push(routes.configurations()),
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { name })}
      description={t('text', { count: latestRevision.revision })}
      closeLabel={t('keep')}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button
            kind="danger"
            onClick={() => {
              if (!removal.isPending) removal.mutate({ region, arn })
            }}
          >
            {t('delete')}
          </Button>
        </>
      }
    >
      {removal.isError ? <ErrorInPlace title={t('failed', { name })} error={removal.error} /> : null}
    </Dialog>
  )
}
