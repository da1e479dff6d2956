'use client'

import { Toaster as Sonner, toast } from 'sonner'
import { StateIcon } from '@/components/ui/state-icon'

/**
 * Only for the result of one’s own short action that has no other place to tell it. Long work has an operation page
 * instead. A failure stays until it is closed.
 */
export const tellFailed = (sentence: string, why: string) =>
  toast(sentence, {
    description: why,
    icon: <StateIcon shape="failed" className="size-4 text-bad" />,
    duration: Number.POSITIVE_INFINITY,
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
