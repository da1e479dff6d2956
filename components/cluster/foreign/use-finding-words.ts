import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { bold } from '@/components/text/bold'
import type { Finding } from '@/lib/domain/finding'
import { formatEndpoint } from '@/lib/domain/node'

/** Settings named of a file that was edited; of the others the number is enough. */
const NAMES_MAX = 4

/** What was found, and what a person can do about it. */
export function useFindingWords(finding: Finding): { says: ReactNode; remedy: string } {
  const t = useTranslations('foreign')
  const locale = useLocale()
  return { says: says(), remedy: t(`${finding.is}.remedy`) }

  function says(): ReactNode {
    const { node } = finding
    switch (finding.is) {
      case 'foreignNode':
        return t.rich('foreignNode.says', { ...bold, node, what: whatOf(finding) })
      case 'foreignBroker':
        return finding.endpoint === null
          ? t.rich('foreignBroker.saysNowhere', { ...bold, node })
          : t.rich('foreignBroker.says', {
              ...bold,
              node,
              endpoint: formatEndpoint(finding.endpoint),
              who: who(finding.holder),
            })
      case 'staleRegistration':
        return finding.endpoint === null
          ? t.rich('staleRegistration.saysNowhere', { ...bold, node })
          : t.rich('staleRegistration.says', { ...bold, node, endpoint: formatEndpoint(finding.endpoint) })
      case 'otherAddress': {
        const [endpoint, given] = [formatEndpoint(finding.endpoint), formatEndpoint(finding.given)]
        return t.rich('otherAddress.says', { ...bold, node, endpoint, given, who: who(finding.holder) })
      }
      case 'foreignVoter':
      case 'foreignObserver':
        return t.rich(`${finding.is}.says`, { ...bold, node })
      case 'heldAddress': {
        const endpoint = formatEndpoint(finding.endpoint)
        return t.rich('heldAddress.says', { ...bold, node, endpoint, who: who(finding.holder) })
      }
      case 'otherCluster':
        return t.rich('otherCluster.says', { ...bold, node, clusterId: finding.clusterId })
      case 'changedFile':
        return edited(finding)
    }
  }

  function who(holder: { pid: number; command: string | null } | null): string {
    if (holder === null) return t('whoHidden')
    const { pid, command } = holder
    return command === null ? t('whoNameless', { pid: String(pid) }) : t('who', { pid: String(pid), command })
  }

  function edited({ node, names }: Extract<Finding, { is: 'changedFile' }>): ReactNode {
    if (names.length === 0) return t.rich('changedFile.saysGone', { ...bold, node })
    const list = new Intl.ListFormat(locale, { type: 'unit' }).format(names.slice(0, NAMES_MAX))
    const count = names.length - NAMES_MAX
    return count > 0
      ? t.rich('changedFile.saysMore', { ...bold, node, names: list, count })
      : t.rich('changedFile.says', { ...bold, node, names: list })
  }
}

const whatOf = ({ hasProcess, hasDirectory }: Extract<Finding, { is: 'foreignNode' }>): string =>
  hasProcess && hasDirectory ? 'both' : hasProcess ? 'process' : 'directory'
