import { useTranslations } from 'use-intl'
import { Copy } from '@/components/text/copy'
import { Panel } from '@/components/ui/panel'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

/** What clients are told, one string for each way to connect. */
export function AddressesPanel({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('client')
  return (
    <Panel title={t('addresses')} end={t('protocol')}>
      {cluster.connection.length === 0 ? (
        <p className="px-4 py-3 text-13 text-text-2">{t('notYet')}</p>
      ) : (
        <dl>
          {cluster.connection.map(({ listener, bootstrap }) => (
            <div
              key={listener}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 border-t border-line px-4 py-2 text-13 first:border-t-0 desk:grid-cols-[14rem_minmax(0,1fr)_auto] max-desk:px-3"
            >
              <dt className="max-desk:col-span-2">
                {t(`listener.${listener}`)}
                <span className="block text-12 text-text-3">{t(`listenerHelp.${listener}`)}</span>
              </dt>
              <dd className="mono min-w-0 [overflow-wrap:anywhere]">{bootstrap}</dd>
              <dd>
                <Copy text={bootstrap} name={t(`listener.${listener}`)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {cluster.power === 'on' ? null : (
        <p className="border-t border-line px-4 py-2.5 text-12 text-text-2 max-desk:px-3">{t('stopped')}</p>
      )}
    </Panel>
  )
}
