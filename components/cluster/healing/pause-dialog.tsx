'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { RadioCards } from '@/components/ui/radio-cards'
import { changeHealing } from '@/lib/browser/mutations/change-healing'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { PAUSE_MINUTES, UNTIL_RESUMED } from '@/lib/domain/healing'

type PauseDialogProps = { cluster: ClusterSummary; open: boolean; onClose: () => void }

const MINUTES = { short: 15, hour: PAUSE_MINUTES, open: UNTIL_RESUMED } as const
type Length = keyof typeof MINUTES
const LENGTHS = ['short', 'hour', 'open'] as const satisfies readonly Length[]

/** Until when dead brokers stay down. It ends by itself unless one says otherwise: a pause is easily forgotten. */
export function PauseDialog({ cluster, open, onClose }: PauseDialogProps) {
  const t = useTranslations('healing')
  const [length, setLength] = useState<Length>('hour')
  const pause = useMutation({ ...changeHealing(useQueryClient()), onSuccess: onClose })
  const ask = () => pause.mutate({ cluster, healing: 'paused', forMinutes: MINUTES[length] })
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title', { name: cluster.name })}
      description={t('text')}
      closeLabel={t('keep')}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button kind="primary" onClick={ask}>
            {t('pause')}
          </Button>
        </>
      }
    >
      <div className="mt-3 grid gap-3">
        <RadioCards
          label={t('howLong')}
          value={length}
          onChange={setLength}
          cards={LENGTHS.map((value) => ({
            value,
            label: t(`length.${value}`),
            help: t(`lengthHelp.${value}`),
          }))}
        />
        {pause.isError ? (
          <ErrorInPlace title={t('pauseFailed', { name: cluster.name })} error={pause.error} />
        ) : null}
      </div>
    </Dialog>
  )
}
