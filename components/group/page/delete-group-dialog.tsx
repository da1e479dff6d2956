import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { deleteGroup } from '@/lib/browser/mutations/groups'
import { routes } from '@/lib/browser/routes'
import type { GroupDetail } from '@/lib/contract/console/groups'

type DeleteGroupDialogProps = { clusterId: string; group: GroupDetail; onClose: () => void }

/** Says what is forgotten with a group, and that no record is. */
export function DeleteGroupDialog({ clusterId, group, onClose }: DeleteGroupDialogProps) {
  const t = useTranslations('group.deleting')
  const router = useRouter()
  const { name, partitions } = group
  const removal = useMutation({
    ...deleteGroup(useQueryClient()),
    onSuccess: () => router.push(routes.clusterGroups(clusterId)),
  })
  const remove = () => {
    if (!removal.isPending) removal.mutate({ clusterId, groupName: name })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { name })}
      description={t('text', { count: partitions.filter(({ committed }) => committed !== null).length })}
      closeLabel={t('keep')}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button kind="danger" onClick={remove}>
            {t('delete')}
          </Button>
        </>
      }
    >
      {removal.isError ? <ErrorInPlace title={t('failed', { name })} error={removal.error} /> : null}
    </Dialog>
  )
}
