'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { rebootBroker } from '@/lib/browser/mutations/reboot-broker'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

type RebootDialogProps = { cluster: ClusterDetail; nodeId: number; onClose: () => void }

/** What a restart of one broker means, before it is asked for; then the way leads to its operation. */
export function RebootDialog({ cluster, nodeId, onClose }: RebootDialogProps) {
  const t = useTranslations('nodePage.reboot')
  const router = useRouter()
  const reboot = useMutation({
    ...rebootBroker(useQueryClient()),
    onSuccess: (operationId) => router.push(routes.operation(cluster.id, operationId)),
  })
  const isAsked = reboot.isPending || reboot.isSuccess
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title', { node: nodeId, cluster: cluster.name })}
      description={t('text')}
      closeLabel={t('keep')}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button
            kind="primary"
            onClick={() => reboot.mutate({ cluster, nodeId })}
            offBecause={isAsked ? t('asked') : undefined}
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      {reboot.isError ? (
        <div className="mt-3">
          <ErrorInPlace title={t('failed', { node: nodeId })} error={reboot.error} />
        </div>
      ) : null}
    </Dialog>
  )
}
