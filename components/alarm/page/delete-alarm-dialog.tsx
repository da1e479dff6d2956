import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { DeleteQuestion } from '@/components/feedback/delete-question'
import { changeAlarm } from '@/lib/browser/mutations/alarms'
import { routes } from '@/lib/browser/routes'

type DeleteAlarmDialogProps = { name: string; region: string; onClose: () => void }

export function DeleteAlarmDialog({ name, region, onClose }: DeleteAlarmDialogProps) {
  const t = useTranslations('alarms.deletion')
  const router = useRouter()
  const removal = useMutation({
    ...changeAlarm(useQueryClient()),
    onSuccess: () => router.push(routes.alarms()),
  })
  return (
    <DeleteQuestion
      words={{
        title: t('title', { name }),
        text: t('text'),
        keep: t('keep'),
        remove: t('delete'),
        failed: t('failed', { name }),
      }}
      removal={removal}
      onRemove={() => removal.mutate({ region, name, operation: 'DeleteAlarms' })}
      onClose={onClose}
    />
  )
}
