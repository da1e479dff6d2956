import { clsx } from 'clsx'
import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { Button } from './button'
import { Icon } from './icon'

type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** Read with the title when the dialog opens. */
  description?: ReactNode
  closeLabel: string
  /** `side`: a panel at the right edge that keeps the page in view (a log, a detail). */
  place?: 'middle' | 'side'
  footer?: ReactNode
  children?: ReactNode
}

/** Only for what can’t be undone, for one short question, and, at the side, for a detail of the page. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, closeLabel, place = 'middle', footer, children } = props
  const box = useRef<HTMLDivElement>(null)
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="open-160-ms fixed inset-0 z-40 bg-scrim" />
        <Primitive.Content
          ref={box}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (box.current) firstOf(box.current, place).focus()
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={clsx(
            'fixed z-50 flex flex-col border border-line-control bg-surface text-13 focus:outline-none',
            place === 'middle'
              ? 'open-160-ms top-[12vh] left-1/2 max-h-[76vh] short:top-2 short:max-h-[calc(100dvh-16px)] w-[min(560px,calc(100vw-32px))] -translate-x-1/2 rounded-6'
              : 'slide-in-160-ms inset-y-0 right-0 w-[min(760px,100vw)] border-y-0 border-r-0',
          )}
        >
          <header className="flex items-start gap-3 px-4 pt-4">
            <Primitive.Title className="min-w-0 flex-1 text-16 font-semibold tracking-tight">
              {title}
            </Primitive.Title>
            <Primitive.Close asChild>
              <Button kind="ghost" size="icon" aria-label={closeLabel} className="-mt-0.5 -mr-1.5">
                <Icon name="close" />
              </Button>
            </Primitive.Close>
          </header>
          <div
            className={clsx(
              'min-h-0 flex-1 px-4 pt-2 pb-4',
              place === 'side' ? 'flex flex-col' : 'overflow-y-auto',
            )}
          >
            {description === undefined ? null : (
              <Primitive.Description className="text-text-2">{description}</Primitive.Description>
            )}
            {children}
          </div>
          {footer === undefined ? null : (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
              {footer}
            </footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

const FIELDS = ':is(input:not([type="search"]), textarea, [role="combobox"], [role="switch"])'

/**
 * What one came for: the first field, or the first answer, which keeps things as they are. Never the cross, which is
 * heard before anyone knows what it closes. A panel at the side without a field is there to be read: it takes the
 * focus itself.
 */
function firstOf(box: HTMLElement, place: 'middle' | 'side'): HTMLElement {
  const [, answer] = box.querySelectorAll('button')
  return box.querySelector<HTMLElement>(FIELDS) ?? (place === 'side' ? box : (answer ?? box))
}
