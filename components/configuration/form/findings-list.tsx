import { useTranslations } from 'use-intl'
import { Announcer } from '@/components/ui/announcer'
import { StateIcon } from '@/components/ui/state-icon'
import type { Findings } from '@/lib/browser/configuration/findings'
import { formatBytes } from '@/lib/browser/format/bytes'
import { CONFIGURATION_BYTES_MAX } from '@/lib/domain/configuration/text-limit'
import { useProblemWords, useWarningWords } from '../use-finding-words'

const SHOWN_MAX = 20
const LINK = 'py-0.5 text-accent underline-offset-2 hover:underline'

type FindingsListProps = {
  findings: Findings
  onGoTo: (line: number) => void
  onReplace: (line: number, key: string, nearest: string) => void
}

/** All that is said beside the lines, once more in one list: for the ear, for a phone, and for long texts. */
export function FindingsList({ findings, onGoTo, onReplace }: FindingsListProps) {
  const t = useTranslations('configurationForm.findings')
  const rows = useRows(findings)
  const sum = useSum(findings)
  return (
    <section aria-label={t('title')} className="border-t border-line px-4 py-3 text-13 max-desk:px-3">
      <Announcer sentence={sum} />
      {findings.isTooLong ? (
        <p className="flex gap-2 text-bad">
          <StateIcon shape="failed" className="mt-0.5 size-3.5" />
          {sum}
        </p>
      ) : (
        <p className="text-text-2">{sum}</p>
      )}
      {rows.length === 0 ? null : (
        <ul className="mt-2 grid gap-2">
          {rows.slice(0, SHOWN_MAX).map(({ line, isError, text, key, nearest }) => (
            <li key={`${line} ${text}`} className="flex items-baseline gap-2">
              <StateIcon
                shape={isError ? 'failed' : 'behind'}
                className={
                  isError ? 'size-3.5 translate-y-0.5 text-bad' : 'size-3.5 translate-y-0.5 text-warn'
                }
              />
              <span className="sr-only">{t(isError ? 'error' : 'warning')}</span>
              <button type="button" onClick={() => onGoTo(line)} className={`flex-none ${LINK}`}>
                {t('line', { line: String(line) })}
              </button>
              <span className="min-w-0 py-0.5 [overflow-wrap:anywhere]">
                {text}{' '}
                {nearest === null ? null : (
                  <button type="button" onClick={() => onReplace(line, key, nearest)} className={LINK}>
                    {t('replace', { nearest })}
                  </button>
                )}
              </span>
            </li>
          ))}
          {rows.length > SHOWN_MAX ? (
            <li className="text-12 text-text-3">{t('more', { count: rows.length - SHOWN_MAX })}</li>
          ) : null}
        </ul>
      )}
    </section>
  )
}

function useRows({ problems, warnings }: Findings) {
  const problem = useProblemWords()
  const warning = useWarningWords()
  return [
    ...problems.map((each) => ({
      line: each.line,
      isError: true,
      text: problem(each),
      key: each.key,
      nearest: each.rule === 'unknown' ? each.parameters.nearest : null,
    })),
    ...warnings.map((each) => ({
      line: each.line,
      isError: false,
      text: warning(each),
      key: each.key,
      nearest: null,
    })),
  ]
}

function useSum({ isTooLong, bytes, problems, warnings, properties }: Findings): string {
  const t = useTranslations('configurationForm.findings')
  const words = useTranslations('configuration')
  if (isTooLong)
    return t('tooLong', { size: formatBytes(bytes), limit: formatBytes(CONFIGURATION_BYTES_MAX) })
  const parts = [
    problems.length > 0 ? t('errors', { count: problems.length }) : '',
    warnings.length > 0 ? t('warnings', { count: warnings.length }) : '',
  ].filter((part) => part !== '')
  return parts.length === 0
    ? t('fine', { count: Object.keys(properties).length })
    : parts.join(words('separator'))
}
