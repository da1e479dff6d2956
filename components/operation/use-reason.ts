import { useLocale, useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { serverNow } from '@/lib/browser/clock'
import { clockTime, shortTime } from '@/lib/browser/format/time'
import type { Reason } from '@/lib/contract/console/clusters'
import { readReleaseWork } from '@/lib/domain/release-work'
import { LOOKED_AT, type LookedAt, type Problem, type Waiting } from '@/lib/domain/plan/plan'
import { useNodeInSentence } from '../node/node-name'

/** Every reason the planner can give. A new one there breaks the build here until it has words. */
const REASONS: Record<Waiting['for'] | Problem['is'], true> = {
  release: true,
  start: true,
  answer: true,
  registration: true,
  recovery: true,
  quorum: true,
  voter: true,
  catchUp: true,
  minIsr: true,
  fencing: true,
  permit: true,
  volume: true,
  soak: true,
  canary: true,
  settings: true,
  feature: true,
  placement: true,
  drained: true,
  resumption: true,
  stop: true,
  turn: true,
  boots: true,
  look: true,
  releaseFailed: true,
  nodeFailed: true,
  noProgress: true,
  directoryLost: true,
  healingPaused: true,
  underReplicated: true,
  settingsRefused: true,
  held: true,
  undone: true,
  cancelled: true,
}
type ReasonKey = keyof typeof REASONS
const isReasonKey = (word: string | undefined): word is ReasonKey =>
  word !== undefined && Object.hasOwn(REASONS, word)

type Nodes = Parameters<typeof useNodeInSentence>[0]

/** Words a reason that travels as data: what something waits for, or what went wrong. */
export function useReason(nodes: Nodes) {
  const t = useTranslations('reason')
  const locale = useLocale()
  const nodeName = useNodeInSentence(nodes)
  const duration = useDuration()
  const doing = useReleaseWork()

  const words = (reason: Reason): string => {
    const key = reason.for ?? reason.is
    if (!isReasonKey(key)) return t('other')
    if (key === 'directoryLost' && typeof reason['partition'] === 'string') {
      return t('directoryLostPartition', valuesOf(reason, key))
    }
    // Moves were made again and again and none took: the last error says more than what was waited for.
    if (key === 'noProgress' && typeof reason['lastError'] === 'string') {
      return t('noProgressError', valuesOf(reason, key))
    }
    if (key === 'recovery' && typeof reason['logsLeft'] === 'number')
      return t('recoveryLogs', valuesOf(reason, key))
    if (key === 'canary' && reason['node'] === null) return t('canaryEach')
    return t(key, valuesOf(reason, key))
  }

  /** Members as the messages want them: nodes by name, shares in per cent, times and durations in words. */
  const valuesOf = (reason: Reason, key: ReasonKey) => {
    const values: Record<string, string | number> = {}
    for (const [member, value] of Object.entries(reason)) {
      if (typeof value === 'string') values[member] = value
      if (typeof value === 'number') values[member] = value
    }
    const named = key === 'turn' ? ['node', 'behind', 'blockedBy'] : ['node', 'blockedBy']
    for (const member of named) {
      const id = values[member]
      if (typeof id === 'number') values[member] = nodeName(id)
    }
    const number = (member: string) => Number(values[member] ?? 0)
    return {
      ...values,
      doing: doing(String(values['doing'] ?? '')),
      progress: `${Math.round(number('progress') * 100)} %`,
      names: Array.isArray(reason['names']) ? reason['names'].join(', ') : '',
      lag: duration(number('lagMs')),
      time: clockTime(number('untilAt')),
      since: shortTime(number('sinceAt'), serverNow(), locale),
      duration: duration(number('forMs')),
      what: isLookedAt(reason['what']) ? t(`lookedAt.${reason['what']}`) : t('other'),
      waiting: isReason(reason['waiting']) ? words(reason['waiting']) : t('other'),
    }
  }
  return words
}

/** What is done to make a release ready. A sentence of no kind known here stays as it is. */
function useReleaseWork() {
  const t = useTranslations('releaseWork')
  return (sentence: string): string => {
    const read = readReleaseWork(sentence)
    if (read === null) return sentence
    const { work, extra, parameters } = read
    return t(work, { ...parameters, what: extra === null ? (parameters['what'] ?? '') : t(`extra.${extra}`) })
  }
}

const isLookedAt = (value: unknown): value is LookedAt => LOOKED_AT.some((what) => what === value)

const isReason = (value: unknown): value is Reason => typeof value === 'object' && value !== null
