import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { StateIcon, type StateShape } from './state-icon'
import { type Tone, toneBox, toneText } from './tone'

export type StateLook = { shape: StateShape; tone: Tone }

type StateProps = {
  look: StateLook
  /** The source's own word in capitals (ACTIVE): shown on hover, so that it can be searched in MSK's text. */
  source?: string | undefined
  className?: string
  children: ReactNode
}

/** A state in a line of text: shape, colour and word together. */
export function State({ look, source, className, children }: StateProps) {
  return (
    <span
      title={source}
      className={clsx(
        'inline-flex items-center gap-1.5 font-medium whitespace-nowrap',
        toneText[look.tone],
        className,
      )}
    >
      <StateIcon shape={look.shape} />
      {children}
    </span>
  )
}

/** The same as a chip beside a title. */
export function StateBadge({ look, source, className, children }: StateProps) {
  return (
    <span
      title={source}
      className={clsx(
        'inline-flex h-6 items-center gap-1.5 rounded-4 border pr-2 pl-1.5 text-12 font-[550] tracking-normal whitespace-nowrap',
        toneBox[look.tone],
        className,
      )}
    >
      <StateIcon shape={look.shape} />
      {children}
    </span>
  )
}
