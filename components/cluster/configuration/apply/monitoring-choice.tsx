import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'
import { MONITORING_LEVELS } from '@/lib/domain/metrics/level'
import { EXPORTERS } from '@/lib/domain/open-monitoring'
import type { Applying } from './use-apply'

/** How much is measured, and what Prometheus may scrape. */
export function MonitoringChoice({ applying }: { applying: Applying }) {
  return (
    <>
      <LevelChoice applying={applying} />
      <ExporterChoice applying={applying} />
    </>
  )
}

function LevelChoice({ applying: { cluster, level, chooseLevel } }: { applying: Applying }) {
  const t = useTranslations('clusterChange')
  return (
    <Field label={t('level')} help={t('levelHelp')}>
      {(ids) => (
        <Combobox
          ids={ids}
          value={level}
          onChange={chooseLevel}
          label={t('findLevel')}
          placeholder={t('now', { value: cluster.monitoringLevel })}
          words={{ empty: t('noLevel'), more: String }}
          groups={[
            {
              label: '',
              options: [
                { value: '', label: cluster.monitoringLevel, detail: t('isNow') },
                ...MONITORING_LEVELS.filter((each) => each !== cluster.monitoringLevel).map((each) => ({
                  value: each,
                  label: each,
                })),
              ],
            },
          ]}
        />
      )}
    </Field>
  )
}

function ExporterChoice({ applying: { cluster, exporters } }: { applying: Applying }) {
  const t = useTranslations('create.openMonitoring')
  const labelId = useId()
  return (
    <div role="group" aria-labelledby={labelId} className="grid gap-2.5 text-13">
      <p id={labelId} className="font-[550]">
        {t('label')}
      </p>
      {EXPORTERS.map(({ exporter }) => {
        const isOn = cluster.openMonitoring[exporter]
        const [chosen, choose] = exporters[exporter]
        return (
          <Switch
            key={exporter}
            label={t(exporter)}
            help={t(`${exporter}Help`)}
            on={chosen === '' ? isOn : chosen === 'on'}
            onChange={(on) => choose(on === isOn ? '' : on ? 'on' : 'off')}
          />
        )
      })}
    </div>
  )
}
