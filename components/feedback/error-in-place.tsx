import { useTranslations } from 'use-intl'
import { Sentences } from '@/components/text/sentences'
import { Button } from '@/components/ui/button'
import { Notice } from './notice'
import { useErrorWords } from './use-error-words'

type ErrorInPlaceProps = {
  /** What could not be shown or done, as a sentence: “The clusters could not be read.” */
  title: string
  error: unknown
  onRetry?: (() => void) | undefined
}

/** Stays where the content would be. */
export function ErrorInPlace({ title, error, onRetry }: ErrorInPlaceProps) {
  const t = useTranslations('errors')
  const { what, next, detail } = useErrorWords()(error)
  return (
    <Notice
      tone="bad"
      shape="failed"
      role="alert"
      actions={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      <Sentences
        parts={[
          <b key="first" className="font-[550]">
            {title}
          </b>,
          what,
          next,
        ]}
      />
      {detail === null ? null : <span className="mt-1 block text-12 text-text-2">{detail}</span>}
    </Notice>
  )
}
