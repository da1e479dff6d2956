import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import type { ConfigurationWarning } from '@/lib/domain/configuration/cross-checks'
import type { ConfigurationProblem } from '@/lib/domain/configuration/read-configuration'

/** What is wrong with a line, in the reader's language. */
export function useProblemWords() {
  const t = useTranslations('configurationForm.problem')
  const words = useTranslations('configuration')
  return useCallback(
    (problem: ConfigurationProblem): string => {
      const { key, rule } = problem
      switch (rule) {
        case 'unknown': {
          const { nearest } = problem.parameters
          return nearest === null ? t('unknown', { key }) : t('nearest', { key, nearest })
        }
        case 'notInRelease':
          return t('notInRelease', { key, release: problem.parameters.release })
        case 'escape':
          return t('escape')
        case 'noValue':
          return t('noValue', { key })
        case 'twice':
          return t('twice', { key, first: String(problem.parameters.first) })
        case 'type':
          return t(`type.${problem.parameters.type}`, { key })
        case 'range': {
          const { from, to } = problem.parameters
          if (from === null) return t('range.to', { key, to: String(to) })
          if (to === null) return t('range.from', { key, from: String(from) })
          return t('range.both', { key, from: String(from), to: String(to) })
        }
        case 'oneOf':
          return t('oneOf', { key, values: problem.parameters.values.join(words('separator')) })
      }
    },
    [t, words],
  )
}

/** What is allowed and bites, in the reader's language. */
export function useWarningWords() {
  const t = useTranslations('configurationForm.warn')
  const duration = useDuration()
  return useCallback(
    (warning: ConfigurationWarning): string => {
      switch (warning.rule) {
        case 'oneCopy':
        case 'autoCreateOneCopy':
        case 'uncleanElection':
        case 'keptForEver':
        case 'compactNeedsKeys':
        case 'offsetsOneCopy':
        case 'transactionsOneCopy':
          return t(warning.rule)
        case 'minIsrAboveCopies':
        case 'transactionsMinIsrAboveCopies':
          return t(warning.rule, warning.parameters)
        case 'minIsrEqualsCopies':
        case 'transactionsMinIsrEqualsCopies':
          return t(warning.rule, warning.parameters)
        case 'replicatesSlowly':
          return t(warning.rule, warning.parameters)
        case 'requestTooSmall':
          return t(warning.rule, warning.parameters)
        case 'segmentAboveRetention':
          return t(warning.rule, warning.parameters)
        case 'retentionOverruled':
          return t(warning.rule, warning.parameters)
        case 'sessionTimeouts':
          return t(warning.rule, warning.parameters)
        case 'rollAboveRetention': {
          const { rollMs, retentionMs } = warning.parameters
          return t(warning.rule, { roll: duration(rollMs), retention: duration(retentionMs) })
        }
      }
    },
    [t, duration],
  )
}
