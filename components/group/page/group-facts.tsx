import NextLink from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/text-link'
import { lagOfGroup } from '@/lib/browser/group/rows'
import { routes } from '@/lib/browser/routes'
import type { GroupDetail } from '@/lib/contract/console/groups'
import { Age } from '../group-figures'

/** A group in six figures; a dash is what is not known. */
export function GroupFacts({ clusterId, group }: { clusterId: string; group: GroupDetail }) {
  const t = useTranslations('group.facts')
  const words = useTranslations('groups')
  const locale = useLocale()
  const duration = useDuration()
  const { lagSum, lagMax, ageS } = lagOfGroup(group)
  const { members, kind, assignor, coordinator, retentionMs, protocolType } = group
  const count = (value: number | null): string => value?.toLocaleString(locale) ?? words('unknown')
  return (
    <Facts
      facts={[
        { key: 'members', term: t('members'), value: count(members?.length ?? null) },
        {
          key: 'lag',
          term: t('lag'),
          value: count(lagSum),
          note: lagMax === null ? undefined : t('lagMax', { count: lagMax }),
        },
        { key: 'age', term: t('age'), value: <Age seconds={ageS} /> },
        {
          key: 'kind',
          term: t('kind'),
          value: words(`kind.${kind}`),
          note: assignor === null ? protocolType : t('assignor', { name: assignor }),
        },
        {
          key: 'coordinator',
          term: t('coordinator'),
          value: (
            <TextLink asChild>
              <NextLink href={routes.node(clusterId, coordinator)}>
                {t('broker', { id: coordinator })}
              </NextLink>
            </TextLink>
          ),
        },
        {
          key: 'kept',
          term: t('kept'),
          value: retentionMs === null ? words('unknown') : duration(retentionMs),
          note: t('keptNote'),
        },
      ]}
    />
  )
}
