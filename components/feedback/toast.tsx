'use client'

import type { ReactNode } from 'react'
import { Toaster as Sonner, toast } from 'sonner'
import type { StateLook } from '@/components/ui/state'
import { StateIcon } from '@/components/ui/state-icon'
import { toneText } from '@/components/ui/tone'

/**
 * Only for the result of one’s own short action that has no other place to tell it. A failure stays until it is
 * closed. Long work has an operation page instead, and says here only that it ended.
 */
export const tellFailed = (sentence: string, why: string) =>
  toast(sentence, {
    description: why,
    icon: <StateIcon shape="failed" className="size-4 text-bad" />,
    duration: Number.POSITIVE_INFINITY,
    closeButton: true,
  })

type Ended = { look: StateLook; title: string; text: string; link: ReactNode; stays: boolean }

/** Long work one started here came to its end while one was elsewhere. */
export const tellEnded = ({ look, title, text, link, stays }: Ended) =>
  toast(title, {
    description: (
      <span className="flex flex-wrap gap-x-3">
        {text}
        {link}
      </span>
    ),
    icon: <StateIcon shape={look.shape} className={`size-4 ${toneText[look.tone]}`} />,
    duration: stays ? Number.POSITIVE_INFINITY : 6000,
    closeButton: true,
  })

export function Toaster({ label, closeLabel }: { label: string; closeLabel: string }) {
  return (
    <Sonner
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
