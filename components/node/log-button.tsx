'use client'

import { clsx } from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { NodeRole } from '@/lib/domain/node'
import { LogPanel } from './log-panel'
import { useNodeName } from './node-name'

export type LoggedNode = { nodeId: number; role: NodeRole; endpoint: string | null }

type LogButtonProps = {
  clusterId: string
  node: LoggedNode
  /** Without the word, where the row is narrow. */
  isNarrow?: boolean
  className?: string
}

/** A node’s log is one press away wherever the node is shown. */
export function LogButton({ clusterId, node, isNarrow = false, className }: LogButtonProps) {
  const t = useTranslations('node')
  const [open, setOpen] = useState(false)
  const name = useNodeName()(node)
  return (
    <>
      <Button
        kind="ghost"
        size="small"
        aria-label={t('logOf', { node: name })}
        title={t('logOf', { node: name })}
        onClick={() => setOpen(true)}
        className={clsx(isNarrow && 'max-desk:min-w-11! w-6 px-0!', className)}
      >
        <Icon name="log" className="size-3" />
        {isNarrow ? null : t('log')}
      </Button>
      <LogPanel clusterId={clusterId} node={node} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
