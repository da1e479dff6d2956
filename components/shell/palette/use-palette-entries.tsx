import { useParams } from 'next/navigation'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { CLUSTER_TABS } from '@/components/cluster/frame/cluster-tabs'
import { STANDING_LOOKS } from '@/components/cluster/standing-looks'
import { type ClusterAct, useOffWords } from '@/components/cluster/use-cluster-off'
import { useRegion } from '@/components/shell/region'
import { Icon, type IconName } from '@/components/ui/icon'
import { StateIcon, type StateShape } from '@/components/ui/state-icon'
import { toneText } from '@/components/ui/tone'
import { serverNow } from '@/lib/browser/clock'
import { findEntries, type PaletteEntry } from '@/lib/browser/palette/find-entries'
import { clustersQuery } from '@/lib/browser/queries/clusters'
import { routes } from '@/lib/browser/routes'
import { standingOf } from '@/lib/browser/standing'
import type { ClusterSummary } from '@/lib/contract/console/clusters'

export type Command = { is: 'go'; href: string } | { is: 'act'; act: ClusterAct; cluster: ClusterSummary }
export type Entry = PaletteEntry & {
  group: 'here' | 'go' | 'clusters' | 'actions'
  icon: ReactNode
  command: Command
  offBecause?: string | undefined
}

/** Of clusters nobody asked for yet. */
const NAMES_MAX = 20
const NONE: readonly ClusterSummary[] = []
const ACTS = ['start', 'stop', 'pauseHealing', 'resumeHealing', 'delete'] as const

const ACT_SHAPES = {
  start: 'turning',
  stop: 'off',
  pauseHealing: 'paused',
  resumeHealing: 'healing',
  delete: 'leaving',
} as const satisfies Record<ClusterAct, StateShape>

/**
 * Everything one can go to or do: the console’s pages, each cluster with its pages, and what may be done to it. Nothing
 * as long as `typed` is null.
 */
export function usePaletteEntries(typed: string | null): Entry[] {
  const { region } = useRegion()
  const clusters = useQuery(clustersQuery(region)).data ?? NONE
  const { clusterId } = useParams<{ clusterId?: string }>()
  const pages = usePages()
  const named = useNamedEntry()
  const entriesOf = useClusterEntries()
  const isSearched = typed !== null && typed.trim() !== ''
  // Thousands with 200 clusters: worded once, not with every letter.
  const all = useMemo(
    () => (isSearched ? clusters.flatMap((cluster) => [named(cluster), ...entriesOf(cluster)]) : []),
    [isSearched, clusters, named, entriesOf],
  )
  if (typed === null) return []
  if (isSearched) return findEntries([...pages, ...all], typed)
  // Nothing typed: where one is comes first, then every cluster by its name.
  const own = clusters.filter(({ id }) => id === decodeURIComponent(clusterId ?? ''))
  const here = own.flatMap(entriesOf).map((entry) => ({ ...entry, group: 'here' as const }))
  return [...here, ...pages, ...clusters.slice(0, NAMES_MAX).map(named)]
}

function usePages(): Entry[] {
  const t = useTranslations('shell')
  return [
    page('clusters', t('clusters'), routes.clusters(), 'clusters'),
    page('alarms', t('alarms'), routes.alarms(), 'alarms'),
    page('configurations', t('configurations'), routes.configurations(), 'configurations'),
    page('create', t('createCluster'), routes.createCluster(), 'add'),
    page('createConfiguration', t('createConfiguration'), routes.createConfiguration(), 'add'),
  ]
}

/** A cluster itself. */
function useNamedEntry() {
  const standings = useTranslations('standing')
  return useCallback(
    (cluster: ClusterSummary): Entry => {
      const { id, name, release } = cluster
      const standing = standingOf(cluster, serverNow())
      const look = STANDING_LOOKS[standing]
      return {
        id: `cluster ${id}`,
        name,
        text: `${name} ${release} ${standings(standing)}`,
        group: 'clusters',
        icon: <StateIcon shape={look.shape} className={`size-3.5 ${toneText[look.tone]}`} />,
        command: { is: 'go', href: routes.cluster(id) },
      }
    },
    [standings],
  )
}

/** Its further pages, and what may be done to it. */
function useClusterEntries() {
  const t = useTranslations('cluster')
  const palette = useTranslations('palette')
  const applying = useTranslations('configurationApply')
  const offWords = useOffWords()
  return useCallback(
    (cluster: ClusterSummary): Entry[] => {
      const { id, name } = cluster
      const pages = CLUSTER_TABS.slice(1).map(({ key, href }): Entry => {
        const words = palette('pageOf', { page: t(`tabs.${key}`), name })
        return {
          id: `${key} ${id}`,
          name: words,
          text: words,
          group: 'go',
          icon: <Icon name="forward" />,
          command: { is: 'go', href: href(id) },
        }
      })
      const acts = ACTS.map((act): Entry => {
        const isOfHealing = act === 'pauseHealing' || act === 'resumeHealing'
        const words = palette(isOfHealing ? 'actOf' : 'actOn', { act: t(act), name })
        return {
          id: `${act} ${id}`,
          name: words,
          text: words,
          group: 'actions',
          icon: <StateIcon shape={ACT_SHAPES[act]} />,
          command: { is: 'act', act, cluster },
          offBecause: offWords(cluster, act),
        }
      })
      const words = applying('toCluster', { name })
      const apply: Entry = {
        id: `apply ${id}`,
        name: words,
        text: words,
        group: 'actions',
        icon: <Icon name="forward" />,
        command: { is: 'go', href: routes.applyConfiguration(id) },
      }
      return [...pages, apply, ...acts]
    },
    [t, palette, applying, offWords],
  )
}

const page = (id: string, name: string, href: string, icon: IconName): Entry => ({
  id,
  name,
  text: name,
  group: 'go',
  icon: <Icon name={icon} />,
  command: { is: 'go', href },
})
