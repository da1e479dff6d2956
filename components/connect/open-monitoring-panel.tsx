import { useTranslations } from 'use-intl'
import { useNodeName } from '@/components/node/node-name'
import { Copy } from '@/components/text/copy'
import { CodeBlock } from '@/components/ui/code-block'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { scrapeJob } from '@/lib/browser/connect/scrape-job'
import type { ClusterDetail, ScrapedNode } from '@/lib/contract/console/clusters'
import { EXPORTERS } from '@/lib/domain/open-monitoring'

/** Where Prometheus scrapes the nodes, and what it is told to find them by itself. */
export function OpenMonitoringPanel({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('client.openMonitoring')
  return (
    <Panel title={t('title')} end={t('end')}>
      {cluster.scraped.length === 0 ? (
        <p className="px-4 py-3 text-13 text-text-2 max-desk:px-3">{t('off')}</p>
      ) : (
        <>
          <Discovery name={cluster.name} />
          <Addresses scraped={cluster.scraped} />
          <Troubles scraped={cluster.scraped} />
          {cluster.power === 'on' ? null : (
            <p className="border-t border-line px-4 py-2.5 text-12 text-text-2 max-desk:px-3">
              {t('stopped')}
            </p>
          )}
        </>
      )}
    </Panel>
  )
}

function Discovery({ name }: { name: string }) {
  const t = useTranslations('client.openMonitoring')
  const job = scrapeJob(globalThis.location.origin, name)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 px-4 py-3.5 text-13 max-desk:px-3">
      <div className="flex items-start gap-3">
        <p className="max-w-[80ch] text-text-2">{t('discover')}</p>
        <span className="ml-auto">
          <Copy text={job} name={t('snippet')} />
        </span>
      </div>
      <CodeBlock label={t('snippet')}>{job}</CodeBlock>
      <p className="text-12 text-text-3">{t('all')}</p>
    </div>
  )
}

function Addresses({ scraped }: { scraped: readonly ScrapedNode[] }) {
  const t = useTranslations('client.openMonitoring')
  const nodeName = useNodeName()
  const exporters = EXPORTERS.map(({ exporter }) => exporter).filter((each) =>
    scraped.some(({ exporter }) => exporter === each),
  )
  const nodes = scraped.filter(({ exporter }) => exporter === exporters[0])
  return (
    <table className="w-full border-t border-line text-13">
      <thead className="text-12 text-text-3">
        <tr>
          <th scope="col" className="px-4 py-2 text-left font-normal max-desk:px-3">
            {t('node')}
          </th>
          {exporters.map((exporter) => (
            <th key={exporter} scope="col" className="py-2 pr-4 text-left font-normal max-desk:pr-3">
              {t(exporter)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <tr key={node.nodeId} className="border-t border-line">
            <td className="px-4 py-2 whitespace-nowrap max-desk:px-3">{nodeName(node)}</td>
            {exporters.map((exporter) => {
              const endpoint = scraped.find(
                (each) => each.nodeId === node.nodeId && each.exporter === exporter,
              )?.endpoint
              return (
                <td key={exporter} className="py-2 pr-4 max-desk:pr-3">
                  <TextLink
                    href={`http://${endpoint}/metrics`}
                    target="_blank"
                    rel="noreferrer"
                    className="mono [overflow-wrap:anywhere]"
                  >
                    {endpoint}
                  </TextLink>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Troubles({ scraped }: { scraped: readonly ScrapedNode[] }) {
  const t = useTranslations('client.openMonitoring')
  const nodeName = useNodeName()
  return scraped.flatMap((node) =>
    node.trouble === null
      ? []
      : [
          <p
            key={node.nodeId}
            className="border-t border-line px-4 py-2.5 text-12 text-bad [overflow-wrap:anywhere] max-desk:px-3"
          >
            {t('trouble', { node: nodeName(node), endpoint: node.endpoint, why: node.trouble })}
          </p>,
        ],
  )
}
