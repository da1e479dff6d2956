import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { formatBytes } from '@/lib/browser/format/bytes'
import { steerOperation } from '@/lib/browser/mutations/steer-operation'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import { COPY_RATE_MAX, COPY_RATE_MIN } from '@/lib/domain/operation-steering'

/** What may be said to a change while it is under way: slower, faster, not now, or back. */
export function SteeringPanel({ operation }: { operation: OperationDetail }) {
  const t = useTranslations('operation.steer')
  const steering = useMutation(steerOperation(useQueryClient()))
  const { id: operationId, state, mayTakeBack, isTakenBack, mayPause, isPaused, placement } = operation
  if (state !== 'IN_PROGRESS' || (!mayTakeBack && !mayPause && placement === null)) return null
  const steer = (order: Omit<Parameters<typeof steering.mutate>[0], 'operationId'>) => {
    if (!steering.isPending) steering.mutate({ operationId, ...order })
  }
  const rate = placement?.rate ?? null
  const faster = rate === null ? null : Math.min(COPY_RATE_MAX, rate * 2)
  const slower = rate === null ? null : Math.max(COPY_RATE_MIN, Math.round(rate / 2))
  return (
    <Panel title={t('title')}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 text-13 max-desk:px-3">
        {placement === null ? null : (
          <>
            {rate === null ? null : (
              <span className="text-text-2">{t('rate', { rate: formatBytes(rate) })}</span>
            )}
            {slower === null ? null : (
              <Button size="small" onClick={() => steer({ bytesPerSecond: slower })}>
                {t('slower')}
              </Button>
            )}
            {faster === null ? null : (
              <Button size="small" onClick={() => steer({ bytesPerSecond: faster })}>
                {t('faster')}
              </Button>
            )}
          </>
        )}
        {isPaused ? <span className="text-text-2">{t('paused')}</span> : null}
        {mayPause ? (
          <Button size="small" onClick={() => steer({ pace: isPaused ? 'resumed' : 'paused' })}>
            {t(isPaused ? 'resume' : 'pause')}
          </Button>
        ) : null}
        {isTakenBack ? (
          <span className="text-text-2">{t('takingBack')}</span>
        ) : mayTakeBack ? (
          <TakeBack onTakeBack={() => steer({ takeBack: true })} />
        ) : null}
      </div>
      {steering.isError ? (
        <div className="px-4 pb-3 max-desk:px-3">
          <ErrorInPlace title={t('failed')} error={steering.error} />
        </div>
      ) : null}
    </Panel>
  )
}

/** Asked once more in place: one press too many shall not turn around a roll. */
function TakeBack({ onTakeBack }: { onTakeBack: () => void }) {
  const t = useTranslations('operation.steer')
  const [isAsking, setAsking] = useState(false)
  if (!isAsking) {
    return (
      <Button size="small" onClick={() => setAsking(true)}>
        {t('takeBack')}
      </Button>
    )
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span>{t('takeBackQuestion')}</span>
      <Button size="small" kind="danger" onClick={onTakeBack}>
        {t('takeBackYes')}
      </Button>
      <Button size="small" onClick={() => setAsking(false)}>
        {t('takeBackNo')}
      </Button>
    </span>
  )
}
