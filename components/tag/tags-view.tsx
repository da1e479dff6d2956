'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/feedback/empty'
import { QueryView } from '@/components/feedback/query-view'
import { useTitle } from '@/components/shell/use-title'
import { Panel } from '@/components/ui/panel'
import { SkeletonBars } from '@/components/ui/skeleton'
import { clusterQuery } from '@/lib/browser/queries/clusters'
import { MOSAIK_TAG_PREFIX } from '@/lib/domain/cluster-request'
import { TAGS_MAX } from '@/lib/domain/tag'
import { AddTag } from './add-tag'
import { TagRow } from './tag-row'

/** Tags as MSK has them; those by which Mosaik remembers how the cluster was made stand apart. */
export function TagsView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('tags')
  const errors = useTranslations('errors')
  const query = useQuery(clusterQuery(clusterId))
  useTitle(t('documentTitle', { name: query.data?.name ?? '' }))
  return (
    <QueryView
      query={query}
      failed={t('failed')}
      loading={<SkeletonBars lines={4} label={errors('loading')} />}
    >
      {(cluster) => {
        const all = Object.entries(cluster.tags)
        const own = all.filter(([key]) => key.startsWith(MOSAIK_TAG_PREFIX))
        const users = all.filter(([key]) => !key.startsWith(MOSAIK_TAG_PREFIX))
        return (
          <>
            <Panel title={t('title')} end={t('count', { count: all.length, max: TAGS_MAX })}>
              {users.length === 0 ? (
                <Empty title={t('empty')}>{t('emptyText')}</Empty>
              ) : (
                <ul aria-label={t('title')}>
                  {users.map(([key, value]) => (
                    <TagRow key={key} cluster={cluster} name={key} value={value} />
                  ))}
                </ul>
              )}
              <AddTag cluster={cluster} keys={all.map(([key]) => key)} />
            </Panel>
            {own.length === 0 ? null : (
              <Panel title={t('mosaik')}>
                <p className="max-w-[80ch] px-4 pt-3 pb-2 text-13 text-text-2 max-desk:px-3">
                  {t('mosaikText')}
                </p>
                <dl>
                  {own.map(([key, value]) => (
                    <div
                      key={key}
                      className="grid min-h-9 grid-cols-[14rem_minmax(0,1fr)] items-center gap-3 border-t border-line px-4 py-1 text-13 max-desk:grid-cols-2 max-desk:px-3"
                    >
                      <dt className="mono [overflow-wrap:anywhere]">{key}</dt>
                      <dd className="mono [overflow-wrap:anywhere]">{value}</dd>
                    </div>
                  ))}
                </dl>
              </Panel>
            )}
          </>
        )
      }}
    </QueryView>
  )
}
