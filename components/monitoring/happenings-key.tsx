import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import type { Flag } from '@/components/chart/flag'
import { FlagTile } from '@/components/chart/flags'
import { TextLink } from '@/components/ui/text-link'

/** What the letters on the charts stand for. */
export function HappeningsKey({ flags }: { flags: readonly Flag[] }) {
  const t = useTranslations('monitoring')
  if (flags.length === 0) return null
  return (
    <section aria-label={t('events')} className="flex flex-wrap items-center gap-x-5 text-12 text-text-2">
      <b className="font-semibold text-text">{t('events')}</b>
      {flags.map(({ letter, tone, text, href }) => (
        <TextLink
          key={letter}
          asChild
          kind="quiet"
          className="inline-flex min-h-6 items-center gap-1.5 max-desk:min-h-8"
        >
          <NextLink href={href}>
            <FlagTile letter={letter} tone={tone} />
            {text}
          </NextLink>
        </TextLink>
      ))}
    </section>
  )
}
