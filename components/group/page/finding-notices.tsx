import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { useDuration } from '@/components/text/use-duration'
import type { StateLook } from '@/components/ui/state'
import { findingsOf, type Finding } from '@/lib/browser/group/findings'
import type { GroupDetail } from '@/lib/contract/console/groups'

const LOOKS: Record<Finding['is'], StateLook> = {
  lost: { shape: 'failed', tone: 'bad' },
  beyondEnd: { shape: 'behind', tone: 'warn' },
  nobodyReads: { shape: 'behind', tone: 'warn' },
  rebalancing: { shape: 'turning', tone: 'run' },
  held: { shape: 'behind', tone: 'warn' },
  unread: { shape: 'behind', tone: 'warn' },
  left: { shape: 'waiting', tone: 'idle' },
  oneReadsAll: { shape: 'waiting', tone: 'idle' },
  idle: { shape: 'waiting', tone: 'idle' },
  gone: { shape: 'leaving', tone: 'idle' },
}

/** What is worth a sentence about a group, with what to do about it. */
export function FindingNotices({ group }: { group: GroupDetail }) {
  const words = useFindingWords(group.name)
  const findings = findingsOf(group)
  if (findings.length === 0) return null
  return (
    <div className="grid gap-2">
      {findings.map((finding) => (
        <Notice key={finding.is} {...LOOKS[finding.is]} role="none">
          {words(finding)}
        </Notice>
      ))}
    </div>
  )
}

function useFindingWords(name: string) {
  const t = useTranslations('group.finding')
  const duration = useDuration()
  const list = (topics: readonly string[]): string => topics.join(', ')
  return (finding: Finding): string => {
    switch (finding.is) {
      case 'nobodyReads':
        return finding.keptMs === null
          ? t('nobodyReads', { name })
          : t('nobodyReadsKept', { name, time: duration(finding.keptMs) })
      case 'held': {
        const { partitions, seconds, atLeast } = finding
        return t(atLeast ? 'heldAtLeast' : 'held', { partitions, time: duration(seconds * 1000) })
      }
      case 'left':
        return t('left', { list: list(finding.topics), records: finding.records })
      case 'gone':
        return t('gone', { list: list(finding.topics), count: finding.topics.length })
      case 'rebalancing':
        return t('rebalancing')
      case 'lost':
        return t('lost', finding)
      case 'beyondEnd':
        return t('beyondEnd', finding)
      case 'unread':
        return t('unread', finding)
      case 'oneReadsAll':
        return t('oneReadsAll', finding)
      case 'idle':
        return t('idle', finding)
    }
  }
}
