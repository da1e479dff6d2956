import { useEffect, useState } from 'react'

const SHOWN_MS = 2000

/** Copies to the clipboard and says for two seconds that it did. That it could not stays until it is settled. */
export function useCopied() {
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle')
  useEffect(() => {
    if (outcome !== 'copied') return
    const timer = setTimeout(() => setOutcome('idle'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = (text: string) => {
    // Outside a secure context (plain http on another host) there is no clipboard at all.
    if (!('clipboard' in navigator)) return setOutcome('failed')
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  }
  return { outcome, copy, settle: () => setOutcome('idle') }
}
