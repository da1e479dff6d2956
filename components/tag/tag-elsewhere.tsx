import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'

type TagElsewhereProps = {
  /** What it is by now; null if it was removed. */
  now: string | null
  onMine: () => void
  onTheirs: () => void
}

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
            {t(now === null ? 'keepRemoved' : 'keepTheirs')}
          </Button>
          <Button size="small" onClick={onMine}>
            {t(now === null ? 'addMine' : 'saveMine')}
          </Button>
        </>
      }
    >
      {now === null ? t('removedElsewhere') : t('changedElsewhere', { value: now })}
    </Notice>
  )
}
