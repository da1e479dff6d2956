import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Copy } from '@/components/text/copy'
import { Time } from '@/components/text/time'
import { Panel } from '@/components/ui/panel'
import type { NodeDetail } from '@/lib/contract/console/nodes'

/** Who the node is, where it listens and lives, and what runs it. */
export function IdentityPanel({ node }: { node: NodeDetail }) {
  const t = useTranslations('nodePage.identity')
  const none = t('none')
  const matches =
    node.recordedClusterId === node.kafkaClusterId && node.recordedNodeId === String(node.nodeId)
  return (
    <Panel title={t('title')}>
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5 px-4 py-3 text-13 max-desk:grid-cols-1 max-desk:gap-y-0 max-desk:px-3">
        <Row term={t('nodeId')}>{node.nodeId}</Row>
        <Row term={t('role')}>{t(`roles.${node.role}`)}</Row>
        <Row term={t('zone')}>
          {t('zoneOf', { zone: node.zoneName, id: node.zoneId, subnet: node.subnetId })}
        </Row>
        {node.endpoints.map(({ use, endpoint }) => (
          <Row key={use} term={t(`endpoint.${use}`)}>
            <Copied text={endpoint} name={t(`endpoint.${use}`)} />
          </Row>
        ))}
        <Row term={t('process')}>
          {node.pid === null || node.startedAt === null ? (
            <span className="text-text-2">{t('noProcess')}</span>
          ) : (
            <>
              {t('pid', { pid: String(node.pid) })} <Time iso={node.startedAt} look="short" />
            </>
          )}
        </Row>
        <Row term={t('java')}>
          {t('javaOf', {
            version: node.javaVersion ?? none,
            min: node.heapMinMiB,
            max: node.heapMaxMiB,
          })}
        </Row>
        <Row term={t('release')}>{node.release}</Row>
        <Row term={t('clusterId')}>
          <span className="mono [overflow-wrap:anywhere]">{node.kafkaClusterId}</span>
        </Row>
        {node.directoryId === null ? null : (
          <Row term={t('directoryId')}>
            <span className="mono [overflow-wrap:anywhere]">{node.directoryId}</span>
          </Row>
        )}
        <Row term={t('folder')}>
          {node.directory === null ? (
            <span className="text-text-2">{t('noFolder')}</span>
          ) : (
            <Copied text={node.directory} name={t('folder')} />
          )}
        </Row>
        {node.recordedNodeId === null || node.recordedClusterId === null || matches ? null : (
          <Row term={t('recorded')}>
            {t('recordedAs', { node: node.recordedNodeId, cluster: node.recordedClusterId })}
          </Row>
        )}
      </dl>
    </Panel>
  )
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-3 max-desk:mt-2 max-desk:text-12">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

function Copied({ text, name }: { text: string; name: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="mono min-w-0 [overflow-wrap:anywhere]">{text}</span>
      <Copy text={text} name={name} />
    </span>
  )
}
