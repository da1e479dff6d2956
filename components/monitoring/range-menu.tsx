'use client'

import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuChoice, MenuItem, MenuLine } from '@/components/ui/menu'
import { serverNow } from '@/lib/browser/clock'
import { endsOf, LAST_RANGE_NAMES, type Span } from '@/lib/browser/metrics/time-range'
import { useSpanWords } from './use-range-words'
import type { View } from './use-view'

const RangeDialog = lazy(async () => ({ default: (await import('./range-dialog')).RangeDialog }))

/** What is in view, in words, and every other stretch one may look at. */
export function RangeMenu({
  view: { range, setRange },
  window,
}: {
  view: Pick<View, 'range' | 'setRange'>
  window: Span | null
}) {
  const t = useTranslations('monitoring.range')
  const words = useSpanWords()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Menu
        label={t('label')}
        align="start"
        trigger={
          <Button className="min-w-56 justify-between! tabular-nums max-desk:h-10!">
            {window === null ? t('label') : words('last' in range ? window : range)}
            <Icon name="chevron" />
          </Button>
        }
      >
        <MenuChoice
          value={'last' in range ? range.last : ''}
          onChange={(value) => {
            const last = LAST_RANGE_NAMES.find((name) => name === value)
            if (last !== undefined) setRange({ last })
          }}
          options={LAST_RANGE_NAMES.map((value) => ({ value, label: t(`last.${value}`) }))}
        />
        <MenuLine />
        <MenuItem onSelect={() => setAsking(true)}>{t('other')}</MenuItem>
      </Menu>
      {isAsking ? (
        <Suspense>
          <RangeDialog
            span={endsOf(range, serverNow())}
            onChoose={setRange}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
