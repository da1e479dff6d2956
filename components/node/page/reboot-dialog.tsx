'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Copy } from '@/components/text/copy'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog } from '@/components/ui/dialog'
import { rebootBroker } from '@/lib/browser/mutations/reboot-broker'
import { rebootCommand } from '@/lib/browser/node/reboot-command'
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
  const command = rebootCommand({ ...cluster, origin: globalThis.location.origin }, nodeId)
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
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-3">
        <div className="grid gap-2">
          <div className="flex items-center justify-between">
            <p className="text-12 text-text-3">{t('command')}</p>
            <Copy text={command} name={t('commandName')} />
          </div>
          <CodeBlock label={t('commandName')}>{command}</CodeBlock>
        </div>
        {reboot.isError ? <ErrorInPlace title={t('failed', { node: nodeId })} error={reboot.error} /> : null}
      </div>
    </Dialog>
  )
}
