import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { ChangeTable } from '@/components/cluster/configuration/apply/change-table'
import { HEALTH_LOOKS } from '@/components/node/health-looks'
import { useNodeName } from '@/components/node/node-name'
import { Panel } from '@/components/ui/panel'
import { State } from '@/components/ui/state'
import { TextLink } from '@/components/ui/text-link'
import { clockTime } from '@/lib/browser/format/time'
import { routes } from '@/lib/browser/routes'
import type { NodeView } from '@/lib/contract/console/clusters'
import type { DrillDetail } from '@/lib/contract/console/drills'
import type { Fault } from '@/lib/domain/drill/record'

/** Each node that is hit: how it stands now, and whether its fault is there. */
export function HitNodesPanel({ drill, nodes }: { drill: DrillDetail; nodes: readonly NodeView[] }) {
  const t = useTranslations('drills.one')
  const drills = useTranslations('drills')
  const words = useTranslations('node')
  const nodeName = useNodeName()
  const faultWords = useFaultWords()
  const { targets, record, clusterId, kind, acks, healing } = drill
  const options = [
    ...(acks === 'leader' ? [drills('with.leader')] : []),
    ...(healing === 'paused' ? [drills('with.paused')] : []),
  ]
  return (
    <Panel title={t('nodes')} end={options.length === 0 ? undefined : options.join(', ')}>
      <p className="px-4 pt-3 text-13 text-text-2 max-desk:px-3">{drills(`does.${kind}`)}</p>
      <ChangeTable
        label={t('nodes')}
        place="panel"
        heads={[t('node'), t('now'), t('fault')]}
        rows={targets.map((nodeId) => {
          const node = nodes.find((each) => each.nodeId === nodeId)
          const health = node?.health ?? 'unknown'
          return {
            key: String(nodeId),
            cells: [
              <TextLink key="node" asChild>
                <NextLink href={routes.node(clusterId, nodeId)}>
                  {nodeName({ nodeId, role: node?.role ?? null })}
                </NextLink>
              </TextLink>,
              <State key="now" look={HEALTH_LOOKS[health]}>
                {words(`health.${health}`)}
              </State>,
              faultWords(record.faults.find((fault) => fault.node === nodeId)),
            ],
          }
        })}
      />
    </Panel>
  )
}

function useFaultWords() {
  const t = useTranslations('drills.one')
  return (fault: Fault | undefined): string => {
    if (fault === undefined) return t('faultNone')
    if (fault.liftedAt !== null) return t('faultLifted', { time: clockTime(fault.liftedAt) })
    if (fault.injectedAt !== null) return t('faultThere', { time: clockTime(fault.injectedAt) })
    return t('faultNoted')
  }
}
