import { useId } from 'react'
import { useController } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Switch } from '@/components/ui/switch'
import { EXPORTERS } from '@/lib/domain/open-monitoring'
import type { Creation } from '../use-create'

/** The two exporters of MSK's open monitoring, each by itself. */
export function OpenMonitoringField({ creation }: { creation: Creation }) {
  const t = useTranslations('create.openMonitoring')
  const labelId = useId()
  const { field } = useController({ control: creation.form.control, name: 'openMonitoring' })
  return (
    <div role="group" aria-labelledby={labelId} className="grid gap-2.5 text-13">
      <div className="grid gap-0.5">
        <p id={labelId} className="font-[550]">
          {t('label')}
        </p>
        <p className="text-12 text-text-3">{t('help')}</p>
      </div>
      {EXPORTERS.map(({ exporter }) => (
        <Switch
          key={exporter}
          label={t(exporter)}
          help={t(`${exporter}Help`)}
          on={field.value[exporter]}
          onChange={(on) => field.onChange({ ...field.value, [exporter]: on })}
        />
      ))}
    </div>
  )
}
