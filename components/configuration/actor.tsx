import { useTranslations } from 'use-intl'

/** Who made something, as it was stored; nothing is guessed. */
export function Actor({ actor }: { actor: string }) {
  const words = useActorWords()
  const isKey = actor !== '' && actor !== 'console' && actor !== 'unsigned'
  return <span className={isKey ? 'mono [overflow-wrap:anywhere]' : undefined}>{words(actor)}</span>
}

export function useActorWords() {
  const t = useTranslations('operations')
  const own = useTranslations('configurations')
  return (actor: string): string => {
    if (actor === '') return own('unknown')
    if (actor === 'console') return t('byConsole')
    return actor === 'unsigned' ? t('byUnsigned') : actor
  }
}
