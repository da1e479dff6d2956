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
  /** A second way on, beside the one to the clusters. */
  more?: ReactNode
}

export function NotFoundView({ title, text, more }: NotFoundViewProps) {
  const t = useTranslations('errors.notFound')
  return (
    <div className="grid max-w-[60ch] justify-items-start gap-2 py-8">
      <Mark className="mb-2 size-8 text-line-strong" />
      <h1 className="text-20 font-semibold tracking-tight">{title ?? t('title')}</h1>
      <p className="text-text-2">{text ?? t('text')}</p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-13">
        <Button asChild>
          <NextLink href={routes.clusters()}>{t('toClusters')}</NextLink>
        </Button>
        {more}
      </div>
    </div>
  )
}
