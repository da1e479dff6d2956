'use client'

import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Mark } from '@/components/ui/mark'
import { routes } from '@/lib/browser/routes'

type NotFoundViewProps = {
  title?: string
  text?: string
  /** The way on; to the clusters where nothing nearer is left. */
  to?: { href: string; words: string }
  /** A second way on, beside that. */
  more?: ReactNode
}

export function NotFoundView({ title, text, to, more }: NotFoundViewProps) {
  const t = useTranslations('errors.notFound')
  return (
    <div className="grid max-w-[60ch] justify-items-start gap-2 py-8">
      <Mark className="mb-2 size-8 text-line-strong" />
      <h1 className="text-20 font-semibold tracking-tight [overflow-wrap:anywhere]">{title ?? t('title')}</h1>
      <p className="text-text-2">{text ?? t('text')}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-13">
        <Button asChild>
          <NextLink href={to?.href ?? routes.clusters()}>{to?.words ?? t('toClusters')}</NextLink>
        </Button>
        {more}
      </div>
    </div>
  )
}
