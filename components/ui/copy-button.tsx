import { clsx } from 'clsx'
import { Popover } from 'radix-ui'
import { useRef } from 'react'
import { Button } from './button'
import { CONTROL, CONTROL_LINE } from './input'
import { Icon } from './icon'
import { useCopied } from './use-copied'

type CopyButtonProps = {
  text: string
  /** Names what is copied, for those who hear the button alone. */
  name: string
  words: { copy: string; copied: string; failed: string; byHand: string }
}

/** Both words lie on top of each other, so the button keeps its width when the word changes. */
export function CopyButton({ text, name, words }: CopyButtonProps) {
  const { outcome, copy, settle } = useCopied()
  const button = useRef<HTMLButtonElement>(null)
  const said = outcome === 'idle' ? words.copy : outcome === 'copied' ? words.copied : words.failed
  return (
    <Popover.Root open={outcome === 'failed'} onOpenChange={(open) => (open ? undefined : settle())}>
      <Popover.Anchor asChild>
        <Button ref={button} size="small" onClick={() => copy(text)} aria-label={`${words.copy}: ${name}`}>
          <Icon
            name={outcome === 'copied' ? 'check' : 'copy'}
            className={clsx('size-3.5', outcome === 'copied' && 'text-ok')}
          />
          <span className="grid text-left max-desk:sr-only">
            {[words.copy, words.copied, words.failed].map((word) => (
              <span
                key={word}
                aria-hidden="true"
                className={clsx('col-start-1 row-start-1', word !== said && 'invisible')}
              >
                {word}
              </span>
            ))}
          </span>
          <output className="sr-only">{outcome === 'copied' ? said : ''}</output>
        </Button>
      </Popover.Anchor>
      <ByHand text={text} name={name} words={words} onDone={() => button.current?.focus()} />
    </Popover.Root>
  )
}

/** Where the browser gives no clipboard the text itself is handed out, selected: one key is left to press. */
function ByHand({ text, name, words, onDone }: CopyButtonProps & { onDone: () => void }) {
  return (
    <Popover.Portal>
      <Popover.Content
        align="end"
        sideOffset={6}
        collisionPadding={16}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          onDone()
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
  )
}
