import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { Copy } from '@/components/text/copy'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { isLiving, type Finding } from '@/lib/domain/finding'
import { useFindingWords } from './use-finding-words'

/** Who takes part in the cluster and was not asked to, and what only lies there: each with what a person can do. */
export function ForeignNotes({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('foreign')
  const living = cluster.findings.filter(isLiving)
  const lying = cluster.findings.filter((finding) => !isLiving(finding))
  return (
    <>
      {living.length === 0 ? null : (
        <Notice tone="bad" shape="failed" role="alert">
          <p>{t('title')}</p>
          <Findings findings={living} clusterName={cluster.name} />
        </Notice>
      )}
      {lying.length === 0 ? null : (
        <Notice tone="warn" shape="behind">
          <p>{t('leftover')}</p>
          <Findings findings={lying} clusterName={cluster.name} />
        </Notice>
      )}
    </>
  )
}

function Findings({ findings, clusterName }: { findings: readonly Finding[]; clusterName: string }) {
  return (
    <ul className="mt-1 grid gap-1.5">
      {findings.map((finding) => (
        <FindingLine key={`${finding.is}/${finding.node}`} finding={finding} clusterName={clusterName} />
      ))}
    </ul>
  )
}

function FindingLine({ finding, clusterName }: { finding: Finding; clusterName: string }) {
  const t = useTranslations('foreign')
  const { says, remedy } = useFindingWords(finding)
  const command = commandFor(finding, clusterName)
  return (
    <li>
      <p>{says}</p>
      <p className="text-text-2">{remedy}</p>
      {command === null ? null : (
        <p className="flex items-center gap-2">
          <code className="mono">{command}</code>
          <Copy text={command} name={t('command')} size="small" />
        </p>
      )}
    </li>
  )
}

/** Mosaik takes no registration away that it did not make: whoever reads this does. */
const commandFor = ({ is, node }: Finding, clusterName: string): string | null =>
  is === 'foreignBroker' || is === 'staleRegistration'
    ? `npm run kafka -- ${clusterName} cluster unregister --id ${node}`
    : null
