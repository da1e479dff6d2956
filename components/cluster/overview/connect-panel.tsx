'use client'

import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Copy } from '@/components/text/copy'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/browser/routes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'

/** Connection strings by listener, and the ARN, each to copy whole; and what one does with them first. */
export function ConnectPanel({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('cluster')
  return (
    <Panel title={t('connect')} end={cluster.connection.length > 0 ? t('connectEnd') : undefined}>
      <dl>
        {cluster.connection.map(({ listener, bootstrap }) => (
          <ConnectRow key={listener} name={t(`connectListener.${listener}`)} text={bootstrap} />
        ))}
        <ConnectRow name={t('arn')} text={cluster.arn} />
      </dl>
      <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-13 text-text-2 max-desk:px-3">
        {cluster.connection.length > 0 && cluster.power === 'on' ? (
          <>
            <TextLink asChild className="py-0.5">
              <NextLink href={routes.clusterTry(cluster.id)}>{t('connectTry')}</NextLink>
            </TextLink>
            <TextLink asChild className="py-0.5">
              <NextLink href={routes.clusterClient(cluster.id)}>{t('connectPrograms')}</NextLink>
            </TextLink>
          </>
        ) : (
          t(cluster.power === 'off' ? 'connectStopped' : 'connectNotYet')
        )}
      </p>
    </Panel>
  )
}

function ConnectRow({ name, text }: { name: string; text: string }) {
  return (
    <div className="flex min-h-9 items-center gap-3 border-t border-line px-4 py-1 text-13 first:border-t-0 max-desk:px-3">
      <dt className="w-26 flex-none max-desk:w-20">{name}</dt>
      <dd className="mono min-w-0 flex-1 truncate" title={text}>
        {text}
      </dd>
      <dd>
        <Copy text={text} name={name} />
      </dd>
    </div>
  )
}
