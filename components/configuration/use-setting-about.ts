import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { settingEffect } from '@/lib/domain/configuration/compare'
import { settingDefault } from '@/lib/domain/configuration/setting-default'
import {
  releasesWith,
  settingDefinition,
  type SettingDefinition,
} from '@/lib/domain/configuration/setting-definition'
import type { KafkaRelease } from '@/lib/domain/kafka-version'
import { useEffectWords } from './use-effect-words'

export type SettingAbout = {
  definition: SettingDefinition
  /** What holds where it is left out, in words. */
  byDefault: string
  type: string
  /** Kafka's own words, in English. */
  doc: string
  facts: readonly { term: string; value: string }[]
}

/** What is known of a setting, as the newest of these releases that knows it defines it; null where none does. */
export function useSettingAbout() {
  const t = useTranslations('configurationForm.setting')
  const words = useTranslations('configuration')
  const effect = useEffectWords()
  return useCallback(
    (key: string, releases: readonly KafkaRelease[]): SettingAbout | null => {
      const release = releases.find((each) => settingDefinition(key, each) !== null)
      const definition = release === undefined ? null : settingDefinition(key, release)
      if (release === undefined || definition === null) return null
      const unset = settingDefault(key, release)
      const byDefault =
        unset === null || unset.value === null
          ? t('unset')
          : unset.source === 'msk'
            ? t('msk', { value: unset.value })
            : unset.value
      const type = typeWords(definition)
      const known = new Set(releasesWith(key))
      const isPartial = known.size > 0 && releases.some((each) => !known.has(each))
      return {
        definition,
        byDefault,
        type,
        doc: definition.doc,
        facts: [
          { term: t('default'), value: byDefault },
          { term: t('type'), value: type },
          { term: t('effect'), value: effect(settingEffect(key, releases)) },
          ...(isPartial
            ? [
                {
                  term: t('onlyIn'),
                  value: releases.filter((each) => known.has(each)).join(words('separator')),
                },
              ]
            : []),
        ],
      }

      function typeWords({ type: name, range, oneOf }: SettingDefinition): string {
        const base = t(`types.${name}`)
        if (oneOf !== null) return [base, oneOf.join(' ')].join(words('separator'))
        if (range === null) return base
        const { from, to } = range
        const bounds =
          from === null
            ? t('range.to', { to: String(to) })
            : to === null
              ? t('range.from', { from: String(from) })
              : t('range.both', { from: String(from), to: String(to) })
        return [base, bounds].join(words('separator'))
      }
    },
    [t, words, effect],
  )
}
