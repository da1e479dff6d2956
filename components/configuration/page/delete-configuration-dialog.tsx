import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import type { Configuration } from '@/lib/browser/configuration/configuration-list'
import { DeleteQuestion } from '@/components/feedback/delete-question'
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
    <DeleteQuestion
      words={{
        title: t('title', { name }),
        text: t('text', { count: latestRevision.revision }),
        keep: t('keep'),
        remove: t('delete'),
        failed: t('failed', { name }),
      }}
      removal={removal}
      onRemove={() => removal.mutate({ region, arn })}
      onClose={onClose}
    />
  )
}
