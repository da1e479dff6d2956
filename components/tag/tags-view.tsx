'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ClusterPage } from '@/components/cluster/frame/cluster-page'
import { Empty } from '@/components/feedback/empty'
import { Panel } from '@/components/ui/panel'
import { MOSAIK_TAG_PREFIX } from '@/lib/domain/cluster-request'
import { TAGS_MAX } from '@/lib/domain/tag'
import { AddTag } from './add-tag'
import { type TagEdit, TagRow } from './tag-row'

/** Tags as MSK has them; those by which Mosaik remembers how the cluster was made stand apart. */
export function TagsView({ clusterId }: { clusterId: string }) {
  const t = useTranslations('tags')
  // Kept here and not in its row: what is being typed must outlast a tag that someone else removes.
  const [edits, setEdits] = useState<ReadonlyMap<string, TagEdit>>(new Map())
  const setEdit = (key: string, edit: TagEdit | null) =>
    setEdits((all) => new Map([...all].filter(([other]) => other !== key).concat(edit ? [[key, edit]] : [])))
  return (
    <ClusterPage clusterId={clusterId} titleOf={(name) => t('documentTitle', { name })} failed={t('failed')}>
      {(cluster) => {
        const all = Object.entries(cluster.tags)
        const own = all.filter(([key]) => key.startsWith(MOSAIK_TAG_PREFIX))
        const users = [...new Set([...all.map(([key]) => key), ...edits.keys()])]
          .filter((key) => !key.startsWith(MOSAIK_TAG_PREFIX))
          .toSorted()
        return (
          <>
            <Panel title={t('title')} end={t('count', { count: all.length, max: TAGS_MAX })}>
              {users.length === 0 ? (
                <Empty title={t('empty')}>{t('emptyText')}</Empty>
              ) : (
                <ul aria-label={t('title')}>
                  {users.map((key) => (
                    <TagRow
                      key={key}
                      cluster={cluster}
                      name={key}
                      value={cluster.tags[key] ?? null}
                      edit={edits.get(key) ?? null}
                      setEdit={(edit) => setEdit(key, edit)}
                    />
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
    </ClusterPage>
  )
}
