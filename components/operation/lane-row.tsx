'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'use-intl'
import { useClusterGone } from '@/components/cluster/use-cluster-gone'
import { LogButton } from '@/components/node/log-button'
import { useNodeName } from '@/components/node/node-name'
import { isSettled, type Lane } from '@/lib/browser/operation/lanes'
import type { TimeAxis } from '@/lib/browser/operation/time-axis'
import type { OperationDetail } from '@/lib/contract/console/clusters'
import { LaneResult } from './lane-result'
import { LaneTrack } from './lane-track'
import { loggedNode } from './operation-line'

export const LANE_GRID = 'grid grid-cols-[var(--lab)_minmax(0,1fr)_var(--res)] items-stretch'

type LaneRowProps = { operation: OperationDetail; lane: Lane; axis: TimeAxis; nowMs: number }

export function LaneRow({ operation, lane, axis, nowMs }: LaneRowProps) {
  const steps = useTranslations('step')
  const nodeName = useNodeName()
  // The logs of a cluster that is gone are gone with it.
  const node = useClusterGone(operation.clusterId) ? null : loggedNode(lane)
  const name = lane.nodeId === null ? steps(lane.step) : nodeName({ nodeId: lane.nodeId, role: lane.role })
  const isCurrent = operation.state === 'IN_PROGRESS' && !isSettled(lane.phase) && lane.phase !== 'waiting'
  return (
    <div className={clsx(LANE_GRID, 'min-h-11', isCurrent && 'bg-run-tint')}>
      <div className="flex min-w-0 items-center gap-1 pr-2 pl-4 max-desk:pl-3">
        <div className="min-w-0 flex-1">
          <div className="truncate max-desk:text-12 max-desk:whitespace-normal">{name}</div>
          {lane.endpoint === null ? null : (
            <div className="mono truncate text-12! text-text-3 max-desk:hidden" title={lane.endpoint}>
              {lane.endpoint}
            </div>
          )}
        </div>
        {node === null ? null : (
          <>
            <LogButton clusterId={operation.clusterId} node={node} className="-mr-1 max-desk:hidden" />
            <LogButton
              clusterId={operation.clusterId}
              node={node}
              words="none"
              className="-mr-1 h-11! min-w-6! desk:hidden"
            />
          </>
        )}
      </div>
      <LaneTrack lane={lane} axis={axis} nowMs={nowMs} />
      <LaneResult operation={operation} lane={lane} nowMs={nowMs} />
    </div>
  )
}

type GroupRowProps = { title: string; lanes: readonly Lane[]; axis: TimeAxis }

export function GroupRow({ title, lanes, axis }: GroupRowProps) {
  const t = useTranslations('operation')
  const done = lanes.filter(({ phase }) => phase === 'done').length
  return (
    <div className={clsx(LANE_GRID, 'min-h-7 text-12')}>
      <h3 className="flex items-center truncate pl-4 font-semibold text-text-2 max-desk:pl-3">{title}</h3>
      <LaneTrack lane={{ phases: [] }} axis={axis} nowMs={0} />
      <span className="flex items-center px-4 text-text-3 max-desk:px-2">
        {t('zoneDone', { done, total: lanes.length })}
      </span>
    </div>
  )
}
