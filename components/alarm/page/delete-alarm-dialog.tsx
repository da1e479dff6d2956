import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
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
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { name })}
      description={t('text')}
      closeLabel={t('keep')}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button
            kind="danger"
            onClick={() => {
              if (!removal.isPending) removal.mutate({ region, name, operation: 'DeleteAlarms' })
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
