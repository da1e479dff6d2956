'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Sentences } from '@/components/text/sentences'
import { Dialog } from '@/components/ui/dialog'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { DeleteForm } from './delete-form'
import { useLosses } from './use-losses'

type DeleteDialogProps = { cluster: ClusterSummary; open: boolean; onClose: () => void }

/** Counts what is lost and wants the name. What it holds is asked for only when the question is. */
export function DeleteDialog({ cluster, open, onClose }: DeleteDialogProps) {
  const t = useTranslations('delete')
  const detail = useQuery({ ...clusterQuery(cluster.id), enabled: open })
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title', { name: cluster.name })}
      description={<Losses cluster={cluster} />}
      closeLabel={t('close')}
    >
      <DeleteForm cluster={cluster} detail={detail.data ?? null} onClose={onClose} />
    </Dialog>
  )
}

/** It lives as long as the dialog is open: what was read before the question may be less than what is lost. */
function Losses({ cluster }: { cluster: ClusterSummary }) {
  const t = useTranslations('delete')
  const { data, isError, isFetchedAfterMount } = useQuery({
    ...clusterQuery(cluster.id),
    refetchOnMount: 'always',
  })
  const losses = useLosses(cluster, isError ? null : (data ?? null))
  return (
    <Sentences
      parts={[
        isFetchedAfterMount ? losses : t('reading'),
        cluster.operation === null ? null : t('whileBusy'),
        t('forever'),
      ]}
    />
  )
}
