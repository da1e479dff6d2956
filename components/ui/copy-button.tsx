import { clsx } from 'clsx'
import { Button } from './button'
import { Icon } from './icon'
import { useCopied } from './use-copied'

type CopyButtonProps = {
  text: string
  /** Names what is copied, for those who hear the button alone. */
  name: string
  words: { copy: string; copied: string; failed: string }
}

/** Both words lie on top of each other, so the button keeps its width when the word changes. */
export function CopyButton({ text, name, words }: CopyButtonProps) {
  const { outcome, copy } = useCopied()
  const said = outcome === 'idle' ? words.copy : outcome === 'copied' ? words.copied : words.failed
  return (
    <Button size="small" onClick={() => copy(text)} aria-label={`${words.copy}: ${name}`}>
      <Icon
        name={outcome === 'copied' ? 'check' : 'copy'}
        className={clsx('size-3.5', outcome === 'copied' && 'text-ok')}
      />
      <span className="grid max-desk:sr-only">
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
      <output className="sr-only">{outcome === 'idle' ? '' : said}</output>
    </Button>
  )
}
