'use client'

import { useEffect } from 'react'
import { Toaster, toast } from 'sonner'
import { StateIcon } from '@/components/ui/state-icon'
import { toneText } from '@/components/ui/tone'
import { showTold } from './told'

const SHOWN_MS = 6000

export function Toasts({ label, closeLabel }: { label: string; closeLabel: string }) {
  useEffect(
    () =>
      showTold(({ look, title, text, stays }) => {
        toast(title, {
          description: text,
          icon: <StateIcon shape={look.shape} className={`size-4 ${toneText[look.tone]}`} />,
          duration: stays ? Number.POSITIVE_INFINITY : SHOWN_MS,
          closeButton: true,
        })
      }),
    [],
  )
  return (
    <Toaster
      position="bottom-right"
      containerAriaLabel={label}
      gap={8}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: closeLabel,
        classNames: {
          toast:
            'flex w-[min(400px,calc(100vw-32px))] items-start gap-2.5 rounded-6 border border-line-control bg-surface px-4 py-3 font-sans text-13 text-text',
          icon: 'mt-0.5 flex-none',
          content: 'grid min-w-0 flex-1 gap-0.5',
          title: 'font-[550]',
          description: 'text-text-2 [overflow-wrap:anywhere]',
          closeButton: 'order-last flex-none text-text-3 hover:text-text',
        },
      }}
    />
  )
}
