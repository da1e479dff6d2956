import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { DeleteQuestion } from '@/components/feedback/delete-question'
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
  return (
    <DeleteQuestion
      words={{
        title: t('title', { name }),
        text: t('text', { count: partitions.filter(({ committed }) => committed !== null).length }),
        keep: t('keep'),
        remove: t('delete'),
        failed: t('failed', { name }),
      }}
      removal={removal}
      onRemove={() => removal.mutate({ clusterId, groupName: name })}
      onClose={onClose}
    />
  )
}
