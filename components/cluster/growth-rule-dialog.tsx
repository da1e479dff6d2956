'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { NumberField } from '@/components/form/number-field'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { changeGrowthRule } from '@/lib/browser/mutations/change-growth-rule'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import type { ClusterDetail, ClusterSummary } from '@/lib/contract/console/clusters'
import { growthRuleSchema } from '@/lib/domain/growth-rule'
import { VOLUME_SIZE_GIB_MAX } from '@/lib/domain/storage'

type GrowthRuleDialogProps = { cluster: ClusterSummary; open: boolean; onClose: () => void }

/** When volumes grow by themselves, by how much, and how far. */
export function GrowthRuleDialog({ cluster, onClose }: GrowthRuleDialogProps) {
  const detail = useQuery(clusterQuery(cluster.id)).data
  return detail === undefined ? null : <Rule cluster={detail} onClose={onClose} />
}

const { thresholdPercent, stepGiB } = growthRuleSchema.shape

function Rule({ cluster, onClose }: { cluster: ClusterDetail; onClose: () => void }) {
  const t = useTranslations('growthRule')
  const size = cluster.volumeSizeGiB
  const isWhole = (fits: (value: number) => boolean, error: string) =>
    z.string().refine((text) => /^\d+$/.test(text) && fits(Number(text)), { error })
  const schema = z.object({
    threshold: isWhole((value) => thresholdPercent.safeParse(value).success, t('thresholdRule')),
    step: isWhole((value) => stepGiB.safeParse(value).success, t('stepRule', { max: VOLUME_SIZE_GIB_MAX })),
    ceiling: isWhole(
      (value) => value > size && value <= VOLUME_SIZE_GIB_MAX,
      t('ceilingRule', { size, max: VOLUME_SIZE_GIB_MAX }),
    ),
  })
  const { growthRule: rule, growthRefusal } = cluster
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      threshold: String(rule?.thresholdPercent ?? 80),
      step: String(rule?.stepGiB ?? size),
      ceiling: String(rule?.ceilingGiB ?? 4 * size),
    },
  })
  const change = useMutation({ ...changeGrowthRule(useQueryClient()), onSuccess: onClose })
  const submit = form.handleSubmit(({ threshold, step, ceiling }) => {
    const wanted = {
      thresholdPercent: Number(threshold),
      stepGiB: Number(step),
      ceilingGiB: Number(ceiling),
    }
    if (!change.isPending) change.mutate({ cluster, rule: wanted })
  })
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title', { name: cluster.name })}
      description={t('text', { size })}
      closeLabel={t('close')}
    >
      <form className="mt-3 grid gap-4" noValidate onSubmit={(event) => void submit(event)}>
        {growthRefusal === null ? null : (
          <p className="text-13 text-warn">{t('refused', { why: growthRefusal })}</p>
        )}
        <NumberField control={form.control} name="threshold" label={t('threshold')} />
        <NumberField control={form.control} name="step" label={t('step')} />
        <NumberField control={form.control} name="ceiling" label={t('ceiling')} />
        {change.isError ? (
          <ErrorInPlace title={t('failed', { name: cluster.name })} error={change.error} />
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          {rule === null ? null : (
            <Button onClick={() => change.mutate({ cluster, rule: null })}>{t('remove')}</Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
