'use client'

import { csvFormatRows } from 'd3-dsv'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'

type CsvButtonProps = {
  /** Of the file, without its ending. */
  name: string
  /** The head and the rows, asked for when it is pressed. */
  rows: () => readonly (readonly string[])[]
}

/** What the table shows now, filtered as it is, as a file. */
export function CsvButton({ name, rows }: CsvButtonProps) {
  const t = useTranslations('table')
  const save = () => {
    // Without the mark a spreadsheet takes UTF-8 for something older.
    const file = new Blob(['\ufeff', csvFormatRows(rows().map((row) => [...row]))], { type: 'text/csv' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = `${name}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Button size="small" onClick={save} className="max-desk:h-10">
      {t('csv')}
    </Button>
  )
}
