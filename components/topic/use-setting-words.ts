import { useTranslations } from 'use-intl'
import { useDuration } from '@/components/text/use-duration'
import { formatBytes } from '@/lib/browser/format/bytes'
import { readSetting } from '@/lib/domain/topic-settings'

/** What a value of a setting means: 604800000 is seven days where the name says so. Null where it says all itself. */
export function useSettingMeaning() {
  const t = useTranslations('topic')
  const duration = useDuration()
  return (name: string, value: string): string | null => {
    const read = readSetting(name, value)
    switch (read.is) {
      case 'unlimited':
        return t('unlimited')
      case 'duration':
        return duration(read.ms)
      case 'bytes':
        return formatBytes(read.bytes)
      case 'plain':
        return null
    }
  }
}

/** The same in a sentence: the value and what it means. */
export function useSettingWords() {
  const t = useTranslations('topic')
  const meaning = useSettingMeaning()
  return (name: string, value: string | null): string => {
    if (value === null) return t('secret')
    if (value === '') return t('noValue')
    const means = meaning(name, value)
    return means === null ? value : `${value} (${means})`
  }
}
