import { clsx } from 'clsx'
import { lazy, Suspense, useRef } from 'react'
import { Button } from './button'
import { Icon } from './icon'
import { useCopied } from './use-copied'

type CopyButtonProps = {
  text: string
  /** Names what is copied, for those who hear the button alone. */
  name: string
  words: { copy: string; copied: string; failed: string; byHand: string }
  /** `normal` beside other buttons. */
  size?: 'small' | 'normal'
}

/** Loaded when a browser refuses the clipboard, which hardly any does. */
const CopyByHand = lazy(async () => ({ default: (await import('./copy-by-hand')).CopyByHand }))

/** Both words lie on top of each other, so the button keeps its width when the word changes. */
export function CopyButton({ text, name, words, size = 'small' }: CopyButtonProps) {
  const { outcome, copy, settle } = useCopied()
  const button = useRef<HTMLButtonElement>(null)
  const said = outcome === 'idle' ? words.copy : outcome === 'copied' ? words.copied : words.failed
  return (
    <>
      <Button ref={button} size={size} onClick={() => copy(text)} aria-label={`${words.copy}: ${name}`}>
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
      {outcome === 'failed' ? (
        <Suspense>
          <CopyByHand text={text} name={name} words={words} anchor={button} onDone={settle} />
        </Suspense>
      ) : null}
    </>
  )
}
