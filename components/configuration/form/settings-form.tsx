import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Chip } from '@/components/ui/chip'
import { SearchInput } from '@/components/ui/search-input'
import type { Findings } from '@/lib/browser/configuration/findings'
import { withSetting } from '@/lib/domain/configuration/edit-text'
import { CONFIGURABLE_SETTINGS } from '@/lib/domain/configuration/setting-definition'
import type { KafkaRelease } from '@/lib/domain/kafka-version'
import { useProblemWords } from '../use-finding-words'
import { useSettingAbout } from '../use-setting-about'
import { SettingRow } from './setting-row'

type SettingsFormProps = {
  text: string
  findings: Findings
  releases: readonly KafkaRelease[]
  onText: (text: string) => void
}

/** Every setting there is, found by words. What is entered changes its line of the text and nothing else. */
export function SettingsForm({ text, findings, releases, onText }: SettingsFormProps) {
  const t = useTranslations('configurationForm.fields')
  const [words, setWords] = useState('')
  const [onlySet, setOnlySet] = useState(false)
  const about = useSettingAbout()
  const problem = useProblemWords()
  const broken = findings.problems.find(({ rule }) => rule === 'escape')
  if (findings.isTooLong) return <p className={SAID}>{t('tooLong')}</p>
  if (broken !== undefined) return <p className={SAID}>{t('broken', { line: String(broken.line) })}</p>
  const { properties } = findings
  const searched = words.trim().toLowerCase()
  const rows = CONFIGURABLE_SETTINGS.flatMap((name) => {
    const known = about(name, releases)
    // One that these releases do not know may stand in the text all the same, and must be found to be taken out.
    if (known === null && properties[name] === undefined) return []
    const isFound = `${name} ${known?.doc ?? ''}`.toLowerCase().includes(searched)
    return isFound && (!onlySet || properties[name] !== undefined) ? [{ name, known }] : []
  })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)]">
      <div className="flex flex-wrap items-center gap-2 px-4 py-3 max-desk:px-3">
        <SearchInput value={words} onSearch={setWords} label={t('search')} />
        <Chip pressed={!onlySet} onPress={() => setOnlySet(false)}>
          {t('all')}
        </Chip>
        <Chip pressed={onlySet} onPress={() => setOnlySet(true)} count={Object.keys(properties).length}>
          {t('set')}
        </Chip>
      </div>
      {rows.length === 0 ? (
        <p className={`border-t border-line ${SAID}`}>{t(onlySet && searched === '' ? 'noneSet' : 'none')}</p>
      ) : (
        <ul className="relative max-h-[60dvh] overflow-y-auto overscroll-contain">
          {rows.map(({ name, known }) => {
            const wrong = findings.problems.find(({ key }) => key === name)
            return (
              <SettingRow
                key={name}
                name={name}
                about={known}
                value={properties[name]}
                error={wrong === undefined ? undefined : problem(wrong)}
                onChange={(value) => onText(withSetting(text, name, value))}
              />
            )
          })}
        </ul>
      )}
    </div>
  )
}

const SAID = 'px-4 py-3 text-13 text-text-2 max-desk:px-3'
