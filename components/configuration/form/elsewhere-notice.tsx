import NextLink from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { bold } from '@/components/text/bold'
import { Button } from '@/components/ui/button'
import { serverNow } from '@/lib/browser/clock'
import { shortTime } from '@/lib/browser/format/time'
import { routes } from '@/lib/browser/routes'
import type { RevisionRecord } from '@/lib/contract/console/configurations'
import { useActorWords } from '../actor'

type ElsewhereNoticeProps = {
  name: string
  latest: RevisionRecord
  from: number
  onTake: () => void
  onKeep: () => void
}

/** Somebody made a revision while this one was being written: nothing is laid over it unseen. */
export function ElsewhereNotice({ name, latest, from, onTake, onKeep }: ElsewhereNoticeProps) {
  const t = useTranslations('configurationForm')
  const locale = useLocale()
  const actor = useActorWords()
  const { revision, createdAt } = latest
  return (
    <Notice
      tone="warn"
      shape="behind"
      role="alert"
      actions={
        <>
          <Button asChild>
            <NextLink
              href={`${routes.configuration(name)}?revision=${revision}&show=changes&with=${from}`}
              target="_blank"
            >
              {t('seeTheirs')}
            </NextLink>
          </Button>
          <Button onClick={onTake}>{t('takeTheirs')}</Button>
          <Button onClick={onKeep}>{t('keepMine', { revision })}</Button>
        </>
      }
    >
      {t.rich('elsewhere', {
        ...bold,
        revision,
        from,
        actor: actor(latest.actor),
        time: shortTime(Date.parse(createdAt), serverNow(), locale),
      })}
    </Notice>
  )
}
