import { clsx } from 'clsx'
import { Popover } from 'radix-ui'
import type { RefObject } from 'react'
import { CONTROL, CONTROL_LINE } from './input'

type CopyByHandProps = {
  text: string
  name: string
  words: { failed: string; byHand: string }
  anchor: RefObject<HTMLElement | null>
  onDone: () => void
}

/** Where the browser gives no clipboard the text itself is handed out, selected: one key is left to press. */
export function CopyByHand({ text, name, words, anchor, onDone }: CopyByHandProps) {
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : onDone())}>
      <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: () => rectangleOf(anchor) } }} />
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={16}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            anchor.current?.focus()
          }}
          aria-label={`${words.failed}: ${name}`}
          className="open-160-ms z-50 grid w-[min(420px,calc(100vw-32px))] gap-2 rounded-6 border border-line-control bg-surface p-3 text-13"
        >
          <p role="status">{words.byHand}</p>
          <textarea
            readOnly
            rows={Math.min(6, Math.max(2, text.split('\n').length))}
            aria-label={name}
            value={text}
            onFocus={({ currentTarget }) => currentTarget.select()}
            className={clsx(CONTROL, CONTROL_LINE, 'mono h-auto! resize-none py-1.5 text-12! break-all')}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

const rectangleOf = ({ current }: CopyByHandProps['anchor']): DOMRect =>
  current?.getBoundingClientRect() ?? new DOMRect()
