'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { useAddress } from '@/components/table/use-address'
import { Copy } from '@/components/text/copy'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { CallError } from '@/lib/browser/call-error'
import { startTryRun } from '@/lib/browser/mutations/try-it'
import { tryRunQuery } from '@/lib/browser/queries/try-it'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { CANARY_TOPIC, TRY_RECORD_BYTES, TRY_RECORDS } from '@/lib/domain/canary'
import { LaneTable } from './lane-table'
import { RunSentence } from './run-sentence'
import { useReceiptText } from './use-receipt-text'

type RunPanelProps = { cluster: ClusterDetail; offBecause: string | undefined }

/** Records through every broker. The run is named in the address: a reload, or someone else’s page, shows the same. */
export function RunPanel({ cluster, offBecause }: RunPanelProps) {
  const t = useTranslations('tryIt')
  const receipt = useReceiptText()
  const [runId, setRunId] = useAddress('run', '')
  const start = useMutation(startTryRun(useQueryClient()))
  const query = useQuery({ ...tryRunQuery(cluster.id, runId), enabled: runId !== '' })
  const run = runId === '' ? undefined : query.data
  const isRunning = run?.state === 'running' || start.isPending
  const begin = () => start.mutate({ clusterId: cluster.id }, { onSuccess: (reply) => setRunId(reply.runId) })
  const isForgotten = query.error instanceof CallError && query.error.isNotFound
  return (
    <Panel title={t('run')} end={<span className="mono">{CANARY_TOPIC}</span>}>
      <div className="grid gap-3 px-4 pt-3.5 pb-4 max-desk:px-3">
        <p className="max-w-[80ch] text-13 text-text-2">
          {t('runHelp', { records: TRY_RECORDS, bytes: TRY_RECORD_BYTES })}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <Button onClick={begin} offBecause={offBecause ?? (isRunning ? t('running') : undefined)}>
            {run === undefined ? t('start') : t('again')}
          </Button>
          {run === undefined || isRunning ? null : (
            <Copy text={receipt(run, cluster.name)} name={t('receipt')} size="normal" />
          )}
        </div>
        {start.isError ? <ErrorInPlace title={t('startFailed')} error={start.error} /> : null}
        {run === undefined ? null : <RunSentence run={run} />}
      </div>
      {run === undefined ? (
        <div className="border-t border-line">
          <Empty title={isForgotten ? t('forgotten') : t('nothingYet')}>
            {isForgotten ? t('forgottenText') : t('nothingYetText')}
          </Empty>
        </div>
      ) : (
        <LaneTable run={run} cluster={cluster} />
      )}
    </Panel>
  )
}
