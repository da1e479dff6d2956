'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { useErrorWords } from '@/components/feedback/use-error-words'
import { Sentences } from '@/components/text/sentences'
import { Button } from '@/components/ui/button'

/** The page itself failed, not what it shows: the frame stays, and clusters know nothing of it. */
export function PageBroke({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const t = useTranslations('errors')
  const { what, next, detail } = useErrorWords()(error)
  return (
    <Notice
      tone="bad"
      shape="failed"
      role="alert"
      actions={<Button onClick={onAgain}>{t('page.again')}</Button>}
    >
      <Sentences
        parts={[
          <b key="first" className="font-[550]">
            {t('page.title')}
          </b>,
          what,
          next,
        ]}
      />
      {detail === null ? null : <span className="mono mt-1 block text-text-2">{detail}</span>}
    </Notice>
  )
}
