import { useTranslations } from 'use-intl'

type Named = { name: string | null; revision: number }

/** “shop, revision 2”; what MSK sets by itself has neither. */
export function useRevisionWords() {
  const t = useTranslations('clusterConfiguration.revision')
  return (revision: Named | null): string => {
    if (revision === null) return t('default')
    const { name, revision: number } = revision
    return name === null ? t('deleted', { revision: number }) : t('named', { name, revision: number })
  }
}
