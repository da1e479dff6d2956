'use client'

import { clsx } from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LogPanel } from './log-panel'
import type { LoggedNode } from './logged-node'
import { useNodeName } from './node-name'

type LogButtonProps = {
  clusterId: string
  node: LoggedNode
  /** What stands on it: the word, only the picture where the row is narrow, or whose log it is. */
  words?: 'log' | 'none' | 'node'
  className?: string
}

/** A node’s log is one press away wherever the node is shown. */
export function LogButton({ clusterId, node, words = 'log', className }: LogButtonProps) {
  const t = useTranslations('node')
  const [open, setOpen] = useState(false)
  const label = t('logOf', { node: useNodeName()(node) })
  return (
    <>
      <Button
        kind="ghost"
        size="small"
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
        className={clsx(words === 'none' && 'w-6 px-0! max-desk:min-w-9', className)}
      >
        <Icon name="log" className="size-3" />
        {words === 'log' ? t('log') : null}
        {words === 'node' ? label : null}
      </Button>
      <LogPanel clusterId={clusterId} node={node} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
