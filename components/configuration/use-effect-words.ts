import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { SettingEffect } from '@/lib/domain/configuration/compare'

/** When brokers have a changed value: one answer where all releases agree, else each with its releases. */
export function useEffectWords() {
  const t = useTranslations('configuration.effect')
  const words = useTranslations('configuration')
  return useCallback(
    ({ atOnce, byRestart }: SettingEffect): string => {
      if (atOnce.length === 0 && byRestart.length === 0) return t('unknown')
      if (byRestart.length === 0) return t('atOnce')
      if (atOnce.length === 0) return t('byRestart')
      return [
        t('some', { releases: atOnce.join(words('separator')) }),
        t('rest', { releases: byRestart.join(words('separator')) }),
      ].join(words('separator'))
    },
    [t, words],
  )
}
