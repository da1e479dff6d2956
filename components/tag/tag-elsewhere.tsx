import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'

type TagElsewhereProps = { now: string; onMine: () => void; onTheirs: () => void }

/** Someone changed the tag while it was being changed here: shown, not written over. */
export function TagElsewhere({ now, onMine, onTheirs }: TagElsewhereProps) {
  const t = useTranslations('tags')
  return (
    <Notice
      tone="warn"
      shape="behind"
      role="alert"
      className="my-1.5"
      actions={
        <>
          <Button size="small" onClick={onTheirs}>
            {t('keepTheirs')}
          </Button>
          <Button size="small" onClick={onMine}>
            {t('saveMine')}
          </Button>
        </>
      }
    >
      {t('changedElsewhere', { value: now })}
    </Notice>
  )
}
