import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHead } from '@/components/shell/page-head'
import { Sentences } from '@/components/text/sentences'
import { useDuration } from '@/components/text/use-duration'
import { Button } from '@/components/ui/button'
import { StateBadge } from '@/components/ui/state'
import { lagOfGroup } from '@/lib/browser/group/rows'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { GroupDetail } from '@/lib/contract/console/groups'
import { countsOffsets, hasNoMembers } from '@/lib/domain/group'
import { GROUP_LOOKS } from '../group-looks'
import { DeleteGroupDialog } from './delete-group-dialog'
import { ResetDialog } from './reset-dialog'

/** What a group is called, how it stands, and the one sentence about it. */
export function GroupHead({ cluster, group }: { cluster: ClusterDetail; group: GroupDetail }) {
  const t = useTranslations('groups')
  const words = useTranslations('group')
  const [asking, setAsking] = useState<'delete' | 'reset' | null>(null)
  const off = hasNoMembers(group.state) ? undefined : words('offMembers')
  const hasOffsets = countsOffsets(group.kind) && group.partitions.length > 0
  return (
    <>
      <PageHead
        title={<span className="mono text-20!">{group.name}</span>}
        badge={
          <StateBadge look={GROUP_LOOKS[group.state]} source={group.state}>
            {t(`state.${group.state}`)}
          </StateBadge>
        }
        subtitle={<GroupSentence group={group} />}
        actions={
          <>
            <Button onClick={() => setAsking('delete')} offBecause={off}>
              {words('deleting.delete')}
            </Button>
            <Button
              onClick={() => setAsking('reset')}
              offBecause={off ?? (hasOffsets ? undefined : words('offNoOffsets'))}
              reasonPlace="elsewhere"
            >
              {words('resetting.reset')}
            </Button>
          </>
        }
      />
      {asking === 'delete' ? (
        <DeleteGroupDialog clusterId={cluster.id} group={group} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'reset' ? (
        <ResetDialog clusterId={cluster.id} group={group} onClose={() => setAsking(null)} />
      ) : null}
    </>
  )
}

function GroupSentence({ group }: { group: GroupDetail }) {
  const t = useTranslations('group.sentence')
  const duration = useDuration()
  const { lagSum, ageS } = lagOfGroup(group)
  const { members, partitions, kind } = group
  const topics = new Set(partitions.map(({ topic }) => topic)).size
  const who =
    members === null
      ? t('membersUnknown')
      : members.length === 0
        ? t('noMembers')
        : t('members', { members: members.length, topics, partitions: partitions.length })
  const lag = () => {
    if (!countsOffsets(kind)) return t('notByOffset')
    if (lagSum === null) return t('lagUnknown')
    if (lagSum === 0) return t('nothingUnread')
    if (ageS === null) return t('unread', { records: lagSum })
    return t('unreadAge', { records: lagSum, age: duration(ageS * 1000, { rough: ageS >= 1 }) })
  }
  return (
    <p>
      <Sentences parts={[who, lag()]} />
    </p>
  )
}
