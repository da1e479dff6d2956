'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { changePower } from '@/lib/browser/mutations/change-power'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

type StopDialogProps = { cluster: ClusterSummary; open: boolean; onClose: () => void }

/** Nothing is lost by a stop, but every client is cut off: one short question. */
export function StopDialog({ cluster, open, onClose }: StopDialogProps) {
  const t = useTranslations('cluster')
  const stop = useMutation({ ...changePower(useQueryClient()), onSuccess: onClose })
  const close = () => {
    stop.reset()
    onClose()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : close())}
      title={t('stopTitle', { name: cluster.name })}
      description={t('stopText')}
      closeLabel={t('stopKeep')}
      footer={
        <>
          <Button onClick={close}>{t('stopKeep')}</Button>
          <Button kind="primary" onClick={() => stop.mutate({ clusterId: cluster.id, power: 'off' })}>
            {t('stop')}
          </Button>
        </>
      }
    >
      {cluster.uncleanElections ? <p className="mt-3 text-13">{t('stopUnclean')}</p> : null}
      {stop.isError ? (
        <div className="mt-3">
          <ErrorInPlace title={t('changeFailed.stop', { name: cluster.name })} error={stop.error} />
        </div>
      ) : null}
    </Dialog>
  )
}
