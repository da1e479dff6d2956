import { lazy, Suspense, useId, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/feedback/notice'
import { Chip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import { SkeletonBars } from '@/components/ui/skeleton'
import type { MarkedLine } from '@/lib/browser/configuration/marked-line'
import { withKeyAt } from '@/lib/domain/configuration/edit-text'
import { CONFIGURABLE_SETTINGS } from '@/lib/domain/configuration/setting-definition'
import { releasesMeant } from '@/lib/domain/configuration/versions'
import type { EditorHandle } from '../editor/property-editor'
import { useProblemWords, useWarningWords } from '../use-finding-words'
import { useSettingAbout } from '../use-setting-about'
import { FindingsList } from './findings-list'
import { OpenFile } from './open-file'
import { SettingsForm } from './settings-form'
import type { ConfigurationForm } from './use-configuration-form'

const PropertyEditor = lazy(async () => ({
  default: (await import('../editor/property-editor')).PropertyEditor,
}))

type SettingsPanelProps = {
  model: ConfigurationForm
  onEditor: (editor: EditorHandle | null) => void
  view: string
  onView: (view: string) => void
  onGoTo: (line: number) => void
}

/** The same text as text and as a form, and what the check says of it. */
export function SettingsPanel({ model, onEditor, view, onView, onGoTo }: SettingsPanelProps) {
  const { values, findings, form } = model
  const t = useTranslations('configurationForm')
  const id = useId()
  const [refusal, setRefusal] = useState<string | null>(null)
  const releases = useMemo(() => releasesMeant(values.kafkaVersions), [values.kafkaVersions])
  const words = useEditorWords(releases)
  const marks = useMarks(model)
  const setText = (text: string) => {
    setRefusal(null)
    form.setValue('text', text)
  }
  const isForm = view === 'form'
  return (
    <Panel
      title={t('settings')}
      end={
        <>
          <OpenFile onText={setText} onRefused={setRefusal} />
          <div role="group" aria-label={t('view')} className="flex gap-1">
            <Chip pressed={!isForm} onPress={() => onView('text')}>
              {t('text')}
            </Chip>
            <Chip pressed={isForm} onPress={() => onView('form')}>
              {t('form')}
            </Chip>
          </div>
        </>
      }
    >
      {refusal === null ? null : (
        <div className="border-b border-line p-3">
          <Notice tone="bad" shape="failed" role="alert">
            {refusal}
          </Notice>
        </div>
      )}
      {/* Hidden and not gone: what was typed can still be undone when one comes back to it. */}
      <div hidden={isForm}>
        <Suspense fallback={<SkeletonBars lines={6} label={t('editor.loading')} />}>
          <PropertyEditor
            ref={onEditor}
            value={values.text}
            onChange={setText}
            marks={marks}
            words={words}
            describedBy={id}
          />
        </Suspense>
        <p id={id} className="border-t border-line px-4 py-2 text-12 text-text-3 max-desk:px-3">
          {t('editor.hint')}
        </p>
      </div>
      {isForm ? (
        <SettingsForm text={values.text} findings={findings} releases={releases} onText={setText} />
      ) : null}
      <FindingsList
        findings={findings}
        onGoTo={onGoTo}
        onReplace={(line, key, nearest) => setText(withKeyAt(values.text, line, key, nearest))}
      />
    </Panel>
  )
}

function useEditorWords(releases: ReturnType<typeof releasesMeant>) {
  const t = useTranslations('configurationForm.editor')
  const about = useSettingAbout()
  return useMemo(() => {
    // All of them are asked for with the first letter of a key.
    const known = new Map(CONFIGURABLE_SETTINGS.map((key) => [key, about(key, releases)]))
    return {
      label: t('label'),
      completions: t('completions'),
      control: t('control'),
      settings: CONFIGURABLE_SETTINGS,
      about: (key: string) => known.get(key) ?? null,
    }
  }, [t, about, releases])
}

function useMarks({ findings: { problems, warnings } }: ConfigurationForm): readonly MarkedLine[] {
  const problem = useProblemWords()
  const warning = useWarningWords()
  return useMemo(
    () => [
      ...problems.map((each): MarkedLine => ({ line: each.line, severity: 'error', message: problem(each) })),
      ...warnings.map((each): MarkedLine => ({
        line: each.line,
        severity: 'warning',
        message: warning(each),
      })),
    ],
    [problems, warnings, problem, warning],
  )
}
