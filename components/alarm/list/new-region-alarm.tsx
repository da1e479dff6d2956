import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { useAddress } from '@/components/table/use-address'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { clustersQuery } from '@/lib/browser/queries/clusters'
import { NewAlarmDialog } from '../form/new-alarm-dialog'

type NewRegionAlarmProps = { region: string; onClose: () => void }

/** The form of a new alarm where no cluster is at hand: it asks for one, and keeps what was typed for another. */
export function NewRegionAlarm({ region, onClose }: NewRegionAlarmProps) {
  const t = useTranslations('alarms.form')
  const lists = useTranslations('clusters')
  const [clusterId, setClusterId] = useAddress('cluster', '')
  const query = useQuery(clustersQuery(region))
  const cluster = query.data?.find(({ id }) => id === clusterId) ?? null
  const close = () => {
    setClusterId('')
    onClose()
  }
  return (
    <NewAlarmDialog
      cluster={cluster}
      onClose={close}
      clusterField={
        <div className="pb-2">
          <QueryView query={query} failed={lists('loadFailed')}>
            {(clusters) => (
              <Field label={t('cluster')} help={clusters.length === 0 ? t('noClusters') : t('clusterHelp')}>
                {(ids) => (
                  <Select
                    ids={ids}
                    value={cluster?.id ?? ''}
                    onChange={setClusterId}
                    placeholder={t('clusterChoose')}
                    groups={[
                      {
                        label: t('cluster'),
                        options: clusters.map(({ id, name }) => ({ value: id, label: name })),
                      },
                    ]}
                  />
                )}
              </Field>
            )}
          </QueryView>
        </div>
      }
    />
  )
}
