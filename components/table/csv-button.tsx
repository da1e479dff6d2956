'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { serverNow } from '@/lib/browser/clock'
import { saveFile } from '@/lib/browser/save-file'
import type { CsvCell } from '@/lib/browser/table/csv-rows'

type CsvButtonProps = {
  /** Whose and what, for the name of the file; the time comes on top. */
  name: string
  /** The head and the rows, asked for when it is pressed. */
  rows: () => readonly (readonly CsvCell[])[]
}

/** What the table shows now, filtered as it is, as a file. The writer is loaded when it is wanted. */
export function CsvButton({ name, rows }: CsvButtonProps) {
  const t = useTranslations('table')
  const save = async () => {
    const { csvFileName, csvText } = await import('@/lib/browser/table/csv')
    saveFile(new Blob([csvText(rows())], { type: 'text/csv' }), csvFileName(name, serverNow()))
  }
  return (
    <Button kind="ghost" className="h-7! flex-none max-desk:h-10!" onClick={() => void save()}>
      <Icon name="download" />
      {t('csv')}
    </Button>
  )
}
