import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { FilteredTable } from '@/components/table/filtered-table'
import { memberRows, ranges, type MemberRow } from '@/lib/browser/group/rows'
import type { CsvColumn } from '@/lib/browser/table/csv-rows'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import type { GroupDetail } from '@/lib/contract/console/groups'
import { MEMBER_COLUMNS } from './member-columns'

/** Who is in the group, from where, and what each was given to read. */
export function MemberTable({ cluster, group }: { cluster: ClusterDetail; group: GroupDetail }) {
  const t = useTranslations('group')
  const rows = useMemo(() => memberRows(group), [group])
  const csv = useCsv()
  return (
    <section aria-labelledby="members" className="grid gap-2">
      <h2 id="members" className="text-13 font-semibold">
        {t('membersHead', { count: rows.length })}
      </h2>
      {rows.length === 0 ? (
        <div className="rounded-6 border border-line bg-surface">
          <Empty title={t(group.members === null ? 'membersUnknown' : 'noMembers')}>
            {t(group.members === null ? 'membersUnknownText' : 'noMembersText', { name: group.name })}
          </Empty>
        </div>
      ) : (
        <FilteredTable
          label={t('membersHead', { count: rows.length })}
          rows={rows}
          columns={MEMBER_COLUMNS}
          rowId={({ id }) => id}
          addressAs="members"
          firstSort="name"
          search={{ label: t('searchMembers'), textOf: ({ name, host, id }) => `${name} ${host} ${id}` }}
          csv={{ name: `${cluster.name}-${group.name}-members`, columns: csv }}
        />
      )}
    </section>
  )
}

function useCsv(): readonly CsvColumn<MemberRow>[] {
  const t = useTranslations('group.memberColumns')
  return [
    { header: t('name'), valueOf: ({ clientId }) => clientId },
    { header: t('instance'), valueOf: ({ instanceId }) => instanceId },
    { header: t('id'), valueOf: ({ id }) => id },
    { header: t('host'), valueOf: ({ host }) => host },
    {
      header: t('assigned'),
      valueOf: ({ assigned }) =>
        assigned?.map(({ topic, partitions }) => `${topic}: ${ranges(partitions)}`).join('; ') ?? null,
    },
    { header: t('lag'), valueOf: ({ lag }) => lag },
  ]
}
