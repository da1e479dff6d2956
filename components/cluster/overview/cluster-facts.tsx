import { useTranslations } from 'use-intl'
import { type Fact, Facts } from '@/components/ui/facts'
import { StateIcon } from '@/components/ui/state-icon'
import { formatBytes } from '@/lib/browser/format/bytes'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { RevisionFact, useRevisionNote } from '@/components/cluster/configuration/revision-fact'
import { memoryBytes } from '@/components/cluster/cluster-figures'

/** Only what is measured; a dash is what is not known, never a zero. */
export function ClusterFacts({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('cluster')
  const { health, diskBytes, profile, access, power, configuration, uncleanElections } = cluster
  const dash = t('facts.unknown')
  const bytes = memoryBytes(cluster)
  const volumes = useTranslations('volumes')
  const { volumeSizeGiB, growthRule, growthRefusal } = cluster
  const growth =
    growthRefusal === null
      ? growthRule === null
        ? undefined
        : volumes('grows', growthRule)
      : volumes('growsNot', { why: growthRefusal })
  const isOn = power === 'on'
  const words = useTranslations('clusterConfiguration')
  const note = useRevisionNote(configuration)
  const live: Fact[] = [
    { key: 'partitions', term: t('facts.partitions'), value: health.partitions ?? dash },
    {
      key: 'behind',
      term: t('facts.underReplicated'),
      value: <Count of={health.underReplicatedPartitions} look="behind" />,
    },
    {
      key: 'offline',
      term: t('facts.offline'),
      value: <Count of={health.offlinePartitions} look="failed" />,
    },
    { key: 'memory', term: t('facts.memory'), value: bytes === null ? dash : formatBytes(bytes) },
  ]
  return (
    <Facts
      facts={[
        ...(isOn ? live : []),
        { key: 'disk', term: t('facts.disk'), value: diskBytes === null ? dash : formatBytes(diskBytes) },
        {
          key: 'volume',
          term: volumes('fact'),
          value: volumes('each', { size: volumeSizeGiB }),
          note: <Notes notes={[volumes('kind'), growth]} />,
        },
        {
          key: 'configuration',
          term: words('title'),
          value: <RevisionFact revision={configuration} />,
          note: uncleanElections ? <Notes notes={[note, words('fact.unclean')]} /> : note,
        },
        { key: 'profile', term: t('facts.profile'), value: t(`profile.${profile}`) },
        { key: 'access', term: t('facts.access'), value: t(`access.${access}`) },
      ]}
    />
  )
}

function Notes({ notes }: { notes: readonly (string | undefined)[] }) {
  return notes.map((note) =>
    note === undefined ? null : (
      <span key={note} className="block">
        {note}
      </span>
    ),
  )
}

function Count({ of: count, look }: { of: number | null; look: 'behind' | 'failed' }) {
  const t = useTranslations('cluster.facts')
  if (count === null || count === 0) return <>{count ?? t('unknown')}</>
  return (
    <span className={`inline-flex items-center gap-1 ${look === 'behind' ? 'text-warn' : 'text-bad'}`}>
      <StateIcon shape={look} />
      {count}
    </span>
  )
}
