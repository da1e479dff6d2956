'use client'

import NextLink from 'next/link'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useRegion } from '@/components/shell/region'
import { Copy } from '@/components/text/copy'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { routes } from '@/lib/browser/routes'
import { FirstRunFigure } from './first-run-figure'

const never = () => () => {}

/** No cluster yet: what will be here, and the two ways to begin. */
export function FirstRun() {
  const t = useTranslations('firstRun')
  const { region } = useRegion()
  const origin = useSyncExternalStore(
    never,
    () => globalThis.location.origin,
    () => '',
  )
  // Any credentials do, but there must be some: the region is read from the signature.
  const command = `AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any aws kafka list-clusters-v2 --endpoint-url ${origin} --region ${region}`
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-12 gap-y-8 rounded-6 border border-line bg-surface p-8 desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] max-desk:p-5">
      <div className="grid max-w-[62ch] justify-items-start gap-3">
        <h2 className="text-16 font-semibold tracking-tight">{t('title')}</h2>
        <p>{t('lead', { region })}</p>
        <p className="text-text-2">{t('text')}</p>
        <Button asChild kind="primary" className="mt-2 max-desk:h-11">
          <NextLink href={routes.createCluster()}>
            <Icon name="add" />
            {t('create')}
            <Kbd onAccent>C</Kbd>
          </NextLink>
        </Button>
      </div>
      <FirstRunFigure />
      <div className="grid gap-2 border-t border-line pt-5 text-13 text-text-2 desk:col-span-2">
        <div className="flex items-center justify-between gap-3">
          <p>{t('byCommand')}</p>
          <Copy text={command} name={t('command')} />
        </div>
        <CodeBlock label={t('command')}>{command}</CodeBlock>
      </div>
    </section>
  )
}
