'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { Panel } from '@/components/ui/panel'
import { serverNow } from '@/lib/browser/clock'
import type { Lane } from '@/lib/browser/operation/lanes'
import { usualMs, timeAxis } from '@/lib/browser/operation/time-axis'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import type { RowPhase } from '@/lib/domain/plan/plan'
import { AxisRow } from './axis-row'
import { GroupRow, LaneRow } from './lane-row'
import { OVER, PHASE_FILLS } from './phase-looks'

type LanesPanelProps = { operation: OperationDetail; lanes: readonly Lane[] }

/** Every node a line in its zone, all on one axis of time. */
export function LanesPanel({ operation, lanes }: LanesPanelProps) {
  const t = useTranslations('operation')
  // Nothing goes on after the end, also not what was cut off by it.
  const nowMs = operation.endedAt === null ? serverNow() : Date.parse(operation.endedAt)
  const axis = timeAxis({
    startMs: Date.parse(operation.startedAt),
    endMs: operation.endedAt === null ? null : Date.parse(operation.endedAt),
    expectedMs: usualMs(operation.lastDurationsMs),
    nowMs,
  })
  const groups = [
    { key: 'cluster', title: t('wholeCluster'), lanes: lanes.filter(({ nodeId }) => nodeId === null) },
    ...operation.zones.map(({ zoneId, zoneName }) => ({
      key: zoneId,
      title: zoneName,
      lanes: lanes
        .filter((lane) => lane.zoneId === zoneId)
        .toSorted((a, b) => (a.nodeId ?? 0) - (b.nodeId ?? 0)),
    })),
  ].filter((group) => group.lanes.length > 0)
  return (
    <Panel title={t('lanes')} end={<Legend lanes={lanes} />}>
      <div className="text-13 [--lab:252px] [--res:272px] max-wide:[--lab:216px] max-wide:[--res:236px] max-desk:[--lab:124px] max-desk:[--res:108px]">
        {groups.map((group) => (
          <section
            key={group.key}
            aria-label={group.title}
            className="not-first:border-t not-first:border-line"
          >
            <GroupRow title={group.title} lanes={group.lanes} axis={axis} />
            {group.lanes.map((lane) => (
              <LaneRow key={lane.key} operation={operation} lane={lane} axis={axis} nowMs={nowMs} />
            ))}
          </section>
        ))}
        <AxisRow axis={axis} elapsedMs={nowMs - axis.startMs} />
      </div>
    </Panel>
  )
}

/** Only the phases that occur. */
function Legend({ lanes }: { lanes: readonly Lane[] }) {
  const t = useTranslations('phase')
  const seen = new Set<RowPhase>(lanes.flatMap(({ phases }) => phases.map(({ phase }) => phase)))
  return (
    <span className="flex flex-wrap gap-x-3.5">
      {[...seen]
        .filter((phase) => PHASE_FILLS[phase] !== '')
        .map((phase) => (
          <span key={phase} className="inline-flex items-center gap-1.5">
            <i className={clsx('h-2.5 w-3.5', OVER, PHASE_FILLS[phase])} />
            {t(phase)}
          </span>
        ))}
    </span>
  )
}
