import NextLink from 'next/link'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorInPlace } from '@/components/feedback/error-in-place'
import { Notice } from '@/components/feedback/notice'
import { useAddress } from '@/components/table/use-address'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { ConfigurationDraft } from '@/lib/browser/configuration/draft'
import { findingsOf, isRefused } from '@/lib/browser/configuration/findings'
import type { EditorHandle } from '../editor/property-editor'
import { ConfirmWarnings } from './confirm-warnings'
import { SettingsPanel } from './settings-panel'
import type { ConfigurationForm } from './use-configuration-form'

type ConfigurationFieldsProps = {
  model: ConfigurationForm
  /** Name, description and versions: to be chosen of a new one, told of one that exists. */
  about: ReactNode
  submit: string
  /** Why there is nothing to save. */
  offBecause?: string | undefined
  cancelTo: string
  isAsked: boolean
  error: unknown
  failed: string
  onSave: (values: ConfigurationDraft) => void
}

/** The form of a configuration. What is wrong is not sent; what bites is asked about once more. */
export function ConfigurationFields(props: ConfigurationFieldsProps) {
  const { model, about, submit, offBecause, cancelTo, isAsked, error, failed, onSave } = props
  const { form, findings, isTouched } = model
  const t = useTranslations('configurationForm')
  const [editor, setEditor] = useState<EditorHandle | null>(null)
  const [view, setView] = useAddress('view', 'text')
  const [isRefusalTold, tellRefusal] = useState(false)
  const [confirming, setConfirming] = useState<ConfigurationDraft | null>(null)
  const goTo = (line: number) => {
    setView('text')
    // It is shown first: what is hidden takes no focus.
    requestAnimationFrame(() => editor?.goTo(line))
  }
  const send = form.handleSubmit((values) => {
    if (isAsked || offBecause !== undefined) return
    const found = findingsOf(values.text, values.kafkaVersions)
    tellRefusal(isRefused(found))
    if (isRefused(found)) goTo(found.problems[0]?.line ?? 1)
    else if (found.warnings.length > 0) setConfirming(values)
    else onSave(values)
  })
  const errors = findings.problems.length
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate onSubmit={(event) => void send(event)}>
      <Panel title={t('about')}>
        <div className="grid gap-4 px-4 py-3.5 max-desk:px-3">{about}</div>
      </Panel>
      <SettingsPanel model={model} onEditor={setEditor} view={view} onView={setView} onGoTo={goTo} />
      {isRefusalTold && errors > 0 ? (
        <Notice tone="bad" shape="failed" role="alert">
          {t('fixFirst', { count: errors })}
        </Notice>
      ) : null}
      {error === null ? null : <ErrorInPlace title={failed} error={error} />}
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <Button
          type="submit"
          kind="primary"
          className="max-desk:h-11"
          offBecause={isAsked ? t('asked') : offBecause}
        >
          {submit}
        </Button>
        <Button asChild className="max-desk:h-11">
          <NextLink href={cancelTo}>{t('cancel')}</NextLink>
        </Button>
        {isTouched ? (
          <>
            <Button kind="ghost" className="max-desk:h-11" onClick={model.startOver}>
              {t('startOver')}
            </Button>
            <span className="self-center text-12 text-text-3">{t('kept')}</span>
          </>
        ) : null}
      </div>
      {confirming === null ? null : (
        <ConfirmWarnings
          warnings={findings.warnings}
          onClose={() => setConfirming(null)}
          onSave={() => {
            setConfirming(null)
            onSave(confirming)
          }}
        />
      )}
    </form>
  )
}
