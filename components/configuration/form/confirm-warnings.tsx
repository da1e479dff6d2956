import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { StateIcon } from '@/components/ui/state-icon'
import type { ConfigurationWarning } from '@/lib/domain/configuration/cross-checks'
import { useWarningWords } from '../use-finding-words'

type ConfirmWarningsProps = {
  warnings: readonly ConfigurationWarning[]
  onClose: () => void
  onSave: () => void
}

/** What bites is allowed, and is said once more before it is saved. */
export function ConfirmWarnings({ warnings, onClose, onSave }: ConfirmWarningsProps) {
  const t = useTranslations('configurationForm.confirm')
  const lines = useTranslations('configurationForm.findings')
  const words = useWarningWords()
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { count: warnings.length })}
      closeLabel={t('back')}
      footer={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button kind="primary" onClick={onSave}>
            {t('save')}
          </Button>
        </>
      }
    >
      <ul className="grid gap-3">
        {warnings.map((warning) => (
          <li key={`${warning.line} ${warning.rule}`} className="flex gap-2">
            <StateIcon shape="behind" className="mt-0.5 size-4 text-warn" />
            <span className="grid min-w-0 [overflow-wrap:anywhere]">
              <span className="text-12 text-text-3">{lines('line', { line: String(warning.line) })}</span>
              {words(warning)}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
