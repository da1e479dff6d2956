import { useTranslations } from 'use-intl'
import { CallError } from '@/lib/browser/call-error'

export type ErrorWords = { what: string; next: string; detail: string | null }

/** What happened, what to do, and the server's own sentence where it said one. */
export function useErrorWords() {
  const t = useTranslations('errors')
  return (error: unknown): ErrorWords => {
    if (!(error instanceof CallError))
      return { what: t('broken.what'), next: t('broken.next'), detail: messageOf(error) }
    if (error.isUnreachable) return { what: t('unreachable.what'), next: t('unreachable.next'), detail: null }
    if (error.status >= 500) return { what: t('failed.what'), next: t('failed.next'), detail: error.message }
    if (error.code === 'UnexpectedReply')
      return { what: t('reply.what'), next: t('reply.next'), detail: error.message }
    return { what: error.message, next: '', detail: null }
  }
}

const messageOf = (error: unknown): string | null => (error instanceof Error ? error.message : null)
