import { useParams } from 'next/navigation'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { CLUSTER_TABS } from '@/components/cluster/frame/cluster-tabs'
import { STANDING_LOOKS } from '@/components/cluster/standing-looks'
import { type ClusterAct, useOffWords } from '@/components/cluster/use-cluster-off'
import { useRegion } from '@/components/shell/region'
import { Icon, type IconName } from '@/components/ui/icon'
import { StateIcon } from '@/components/ui/state-icon'
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
const NAMES_MAX = 50
const ACTS = ['start', 'stop', 'delete'] as const satisfies readonly ClusterAct[]

const ACT_SHAPES = { start: 'turning', stop: 'off', delete: 'leaving' } as const

/** Everything one can go to or do: the console’s pages, each cluster with its pages, and what may be done to it. */
export function usePaletteEntries(typed: string): Entry[] {
  const shell = useTranslations('shell')
  const { region } = useRegion()
  const clusters = useQuery(clustersQuery(region)).data ?? []
  const { clusterId } = useParams<{ clusterId?: string }>()
  const entriesOf = useClusterEntries()
  const pages: Entry[] = [
    page('clusters', shell('clusters'), routes.clusters(), 'clusters'),
    page('create', shell('createCluster'), routes.createCluster(), 'add'),
  ]
  const own = clusters.filter(({ id }) => id === decodeURIComponent(clusterId ?? ''))
  // Nothing typed: where one is comes first, then every cluster by its name.
  if (typed.trim() === '') {
    const here = own.flatMap((cluster) => entriesOf(cluster).filter(({ group }) => group !== 'clusters'))
    const names = clusters.slice(0, NAMES_MAX).flatMap((cluster) => entriesOf(cluster).slice(0, 1))
    return [...here.map((entry) => ({ ...entry, group: 'here' as const })), ...pages, ...names]
  }
  return findEntries([...pages, ...clusters.flatMap((cluster) => entriesOf(cluster))], typed)
}

function useClusterEntries() {
  const t = useTranslations('cluster')
  const palette = useTranslations('palette')
  const standings = useTranslations('standing')
  const offWords = useOffWords()
  return (cluster: ClusterSummary): Entry[] => {
    const standing = standingOf(cluster, serverNow())
    const look = STANDING_LOOKS[standing]
    const icon = <StateIcon shape={look.shape} className={`size-3.5 ${toneText[look.tone]}`} />
    const { id, name } = cluster
    const pages = CLUSTER_TABS.map(({ key, href }, place): Entry => {
      const words = place === 0 ? name : palette('pageOf', { page: t(`tabs.${key}`), name })
      return {
        id: `${key} ${id}`,
        name: words,
        text: `${words} ${place === 0 ? `${cluster.release} ${standings(standing)}` : ''}`,
        group: place === 0 ? 'clusters' : 'go',
        icon: place === 0 ? icon : <Icon name="forward" />,
        command: { is: 'go', href: href(id) },
      }
    })
    const acts = ACTS.map((act): Entry => {
      const words = palette('actOn', { act: t(act), name })
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
    return [...pages, ...acts]
  }
}

const page = (id: string, name: string, href: string, icon: IconName): Entry => ({
  id,
  name,
  text: name,
  group: 'go',
  icon: <Icon name={icon} />,
  command: { is: 'go', href },
})
