import { useLocale, useTranslations } from 'use-intl'
import { Sentences } from '@/components/text/sentences'
import { PanelSection } from '@/components/ui/panel'
import { State, type StateLook } from '@/components/ui/state'
import { serverNow } from '@/lib/browser/clock'
import { shortTime } from '@/lib/browser/format/time'
import type { ChangePlan, ClientCheck } from '@/lib/contract/console/cluster-change'
import { ChangeTable } from './change-table'

type Client = ClientCheck['clients'][number]

/** Who is connected with what, and whether the other release still takes it; of whom nothing is known is said too. */
export function PlanClients({ plan: { version } }: { plan: ChangePlan }) {
  const t = useTranslations('upgrade.clients')
  const locale = useLocale()
  if (version === null) return null
  const { from, release, clients: check } = version
  const { clients, removes, silent, countedSince } = check
  return (
    <PanelSection title={t('title')}>
      <p className="max-w-[88ch] text-13 text-text-2">
        <Sentences
          parts={[
            t(removes ? 'removes' : 'removesNothing', { from, release }),
            clients.length > 0 || countedSince === null ? null : t('nobody'),
            removes && countedSince !== null
              ? t('since', { time: shortTime(Date.parse(countedSince), serverNow(), locale) })
              : null,
            ...silent.map(({ node, why }) => t('silent', { node, why })),
          ]}
        />
      </p>
      {clients.length === 0 ? null : (
        <div className="mt-2.5">
          <ChangeTable
            label={t('title')}
            heads={[t('columns.client'), t('columns.connections'), t('columns.verdict')]}
            rows={clients.map((client) => ({
              key: `${client.software?.name} ${client.software?.version}`,
              cells: [
                <Software key="client" client={client} />,
                <Connections key="connections" client={client} />,
                <Verdict key="verdict" client={client} />,
              ],
            }))}
          />
        </div>
      )}
    </PanelSection>
  )
}

function Software({ client: { software } }: { client: Client }) {
  const t = useTranslations('upgrade.clients')
  if (software === null) return <span className="text-text-2">{t('untold')}</span>
  return (
    <span className="mono [overflow-wrap:anywhere]">
      {software.name} {software.version}
    </span>
  )
}

function Connections({ client: { connections, listeners } }: { client: Client }) {
  const t = useTranslations('upgrade.clients')
  return (
    <span className="tabular-nums">
      {connections === 0
        ? t('gone')
        : t('connections', { count: connections, listeners: listeners.join(', ') })}
    </span>
  )
}

const LOOKS = {
  refused: { shape: 'behind', tone: 'warn' },
  unknown: { shape: 'unknown', tone: 'idle' },
  compatible: { shape: 'check', tone: 'ok' },
} as const satisfies Record<Client['verdict'], StateLook>

function Verdict({ client: { verdict, refused } }: { client: Client }) {
  const t = useTranslations('upgrade.clients')
  return (
    <>
      <State look={LOOKS[verdict]}>{t(`verdict.${verdict}`)}</State>
      {verdict === 'unknown' ? <span className="block text-12 text-text-2">{t('unknownText')}</span> : null}
      {refused.map(({ api, version, count }) => (
        <span key={`${api} ${version}`} className="block text-12 text-text-2 [overflow-wrap:anywhere]">
          {t('request', { api, version, count })}
        </span>
      ))}
    </>
  )
}
