import { useQueries, useQuery } from '@tanstack/react-query'
import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { clusterNameOf } from '@/lib/browser/alarm/watched'
import type { Alarm } from '@/lib/browser/alarm/wire'
import { serverNow } from '@/lib/browser/clock'
import { formatBytes } from '@/lib/browser/format/bytes'
import { clustersQuery } from '@/lib/browser/queries/clusters'
import { topicFiguresQuery, topicSettingsQuery } from '@/lib/browser/queries/topics'
import { routes } from '@/lib/browser/routes'
import { freedByRetention, shorterRetention } from '@/lib/domain/topic-retention'

/** The largest topics are where something is won. */
const TOPICS_SHOWN = 3

/** The three remedies of MSK’s best practices for a full disk, with what each would bring here. */
export function DiskRemedies({ alarm, region }: { alarm: Alarm; region: string }) {
  const t = useTranslations('alarms.remedies')
  const name = clusterNameOf(alarm)
  const cluster = useQuery({
    ...clustersQuery(region),
    select: (clusters) => clusters.find((each) => each.name === name) ?? null,
  }).data
  const figures = useQuery({ ...topicFiguresQuery(cluster?.id ?? ''), enabled: cluster != null }).data
    ?.figures
  if (cluster == null || cluster.power === 'off') return null
  const largest = (figures ?? [])
    .flatMap(({ name: topic, diskBytes }) =>
      diskBytes === null || diskBytes === 0 ? [] : [{ topic, diskBytes }],
    )
    .toSorted((one, other) => other.diskBytes - one.diskBytes)
    .slice(0, TOPICS_SHOWN)
  const oldestMs = serverNow() - Date.parse(cluster.createdAt)
  return (
    <Panel title={t('title')}>
      <ol>
        <li className={ITEM}>
          <b className="font-[550]">{t('retention')}</b>
          <p className="text-text-2">{t('retentionText')}</p>
          <Retentions clusterId={cluster.id} topics={largest} oldestMs={oldestMs} />
        </li>
        <li className={ITEM}>
          <b className="font-[550]">{t('unused')}</b>
          <p className="text-text-2">
            {largest.length === 0
              ? t('noTopics')
              : t('largest', {
                  list: largest
                    .map(({ topic, diskBytes }) => `${topic} ${formatBytes(diskBytes)}`)
                    .join(', '),
                })}
          </p>
          <TextLink asChild>
            <NextLink href={`${routes.clusterTopics(cluster.id)}?sort=-disk`}>{t('topics')}</NextLink>
          </TextLink>
        </li>
        <li className={ITEM}>
          <b className="font-[550]">{t('grow')}</b>
          <p className="text-text-2">{t('growNotBuilt')}</p>
        </li>
      </ol>
    </Panel>
  )
}

const ITEM =
  'grid justify-items-start gap-0.5 border-t border-line px-4 py-2.5 text-13 first:border-t-0 max-desk:px-3'

type RetentionsProps = {
  clusterId: string
  topics: readonly { topic: string; diskBytes: number }[]
  /** Nothing is older than the cluster. */
  oldestMs: number
}

function Retentions({ clusterId, topics, oldestMs }: RetentionsProps) {
  const t = useTranslations('alarms.remedies')
  const duration = useDuration()
  const settings = useQueries({
    queries: topics.map(({ topic }) => topicSettingsQuery(clusterId, topic)),
    combine: (results) => results.map(({ data }) => data),
  })
  const offers = topics.flatMap(({ topic, diskBytes }, place) => {
    const value = Number(settings[place]?.find(({ name }) => name === 'retention.ms')?.value ?? Number.NaN)
    if (Number.isNaN(value)) return []
    const spanMs = value < 0 ? oldestMs : Math.min(value, oldestMs)
    const shorterMs = shorterRetention(spanMs)
    if (shorterMs === null) return []
    return [{ topic, shorterMs, freed: freedByRetention({ diskBytes, spanMs }, shorterMs) }]
  })
  if (offers.length === 0) return <p className="text-text-3">{t('tooYoung')}</p>
  return (
    <ul>
      {offers.map(({ topic, shorterMs, freed }) => (
        <li key={topic} className="flex flex-wrap gap-x-2">
          <TextLink asChild>
            <NextLink href={routes.topic(clusterId, topic)}>{topic}</NextLink>
          </TextLink>
          {t('frees', { retention: duration(shorterMs, { rough: true }), bytes: formatBytes(freed) })}
        </li>
      ))}
    </ul>
  )
}
