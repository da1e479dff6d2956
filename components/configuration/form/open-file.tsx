import { type ChangeEvent, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { formatBytes } from '@/lib/browser/format/bytes'
import { CONFIGURATION_BYTES_MAX } from '@/lib/domain/configuration/text-limit'

type OpenFileProps = { onText: (text: string) => void; onRefused: (why: string) => void }

/** A file takes the place of the text; the editor can undo it. */
export function OpenFile({ onText, onRefused }: OpenFileProps) {
  const t = useTranslations('configurationForm')
  const field = useRef<HTMLInputElement>(null)
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (file === undefined) return
    const { name, size } = file
    try {
      if (size > CONFIGURATION_BYTES_MAX) {
        const limit = formatBytes(CONFIGURATION_BYTES_MAX)
        return onRefused(t('findings.tooLong', { size: formatBytes(size), limit }))
      }
      onText(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
    } catch {
      onRefused(t('editor.notUtf8', { file: name }))
    } finally {
      // The same file can be chosen again once it is corrected.
      target.value = ''
    }
  }
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={t('editor.openFile')}
        accept=".properties,.conf,.txt,text/*"
        onChange={(event) => void open(event)}
      />
      <Button size="small" onClick={() => field.current?.click()}>
        {t('editor.openFile')}
      </Button>
    </>
  )
}
