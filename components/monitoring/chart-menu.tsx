'use client'

import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import type { ChartContent } from '@/components/chart/time-chart'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem } from '@/components/ui/menu'
import { serverNow } from '@/lib/browser/clock'
import { chartRows } from '@/lib/browser/metrics/chart-table'
import { plotRows } from '@/lib/browser/metrics/plot'
import { saveFile } from '@/lib/browser/save-file'

type ChartMenuProps = {
  title: string
  fileName: string
  content: ChartContent & { names: readonly string[] }
  figure: RefObject<HTMLElement | null>
  onTable: () => void
  /** Left out where nothing can be watched. */
  onAlarm?: (() => void) | undefined
}

/** The exact numbers behind a chart, and what can be taken along of it. */
export function ChartMenu({ title, fileName, content, figure, onTable, onAlarm }: ChartMenuProps) {
  const t = useTranslations('monitoring')
  const saveNumbers = async () => {
    const { csvFileName, csvText } = await import('@/lib/browser/table/csv')
    const rows = plotRows(
      content.series.map(({ points }) => points),
      content.window,
      content.stepMs,
    )
    const text = csvText(chartRows(content.names, rows))
    saveFile(new Blob([text], { type: 'text/csv' }), csvFileName(fileName, serverNow()))
  }
  const savePicture = async () => {
    if (figure.current === null) return
    const { pictureOf } = await import('@/lib/browser/metrics/picture')
    const { csvFileName } = await import('@/lib/browser/table/csv')
    saveFile(await pictureOf(figure.current), csvFileName(fileName, serverNow()).replace(/csv$/, 'png'))
  }
  return (
    <Menu
      label={t('more', { title })}
      trigger={
        <Button kind="ghost" size="icon" aria-label={t('more', { title })}>
          <Icon name="dots" />
        </Button>
      }
    >
      {onAlarm === undefined ? null : <MenuItem onSelect={onAlarm}>{t('addAlarm')}</MenuItem>}
      <MenuItem onSelect={onTable}>{t('table')}</MenuItem>
      <MenuItem onSelect={() => void saveNumbers()}>{t('saveCsv')}</MenuItem>
      <MenuItem onSelect={() => void savePicture()}>{t('savePng')}</MenuItem>
    </Menu>
  )
}
