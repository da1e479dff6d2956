'use client'

import NextLink from 'next/link'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Mark } from '@/components/ui/mark'
import { routes } from '@/lib/browser/routes'

type NotFoundViewProps = { title?: string; text?: string }

export function NotFoundView({ title, text }: NotFoundViewProps) {
  const t = useTranslations('errors.notFound')
  return (
    <div className="grid max-w-[60ch] justify-items-start gap-2 py-8">
      <Mark className="mb-2 size-8 text-line-strong" />
      <h1 className="text-20 font-semibold tracking-tight">{title ?? t('title')}</h1>
      <p className="text-text-2">{text ?? t('text')}</p>
      <Button asChild className="mt-2">
        <NextLink href={routes.clusters()}>{t('toClusters')}</NextLink>
      </Button>
    </div>
  )
}
