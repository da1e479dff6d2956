import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { tellFailed } from '@/components/feedback/toast'
import { useErrorWords } from '@/components/feedback/use-error-words'
import { Switch } from '@/components/ui/switch'
import { serverNow } from '@/lib/browser/clock'
import { shortTime } from '@/lib/browser/format/time'
import { changeAvailability } from '@/lib/browser/mutations/change-availability'

type AvailabilitySwitchProps = { clusterId: string; isOn: boolean; lastAt: string | null }

/** What was just asked for is shown at once; an answer that says otherwise puts it right. */
export function AvailabilitySwitch({ clusterId, isOn, lastAt }: AvailabilitySwitchProps) {
  const t = useTranslations('availability')
  const locale = useLocale()
  const words = useErrorWords()
  const { mutate, isPending, variables } = useMutation({
    ...changeAvailability(useQueryClient()),
    onError: (error) => {
      const { what, next } = words(error)
      tellFailed(t('changeFailed'), `${what} ${next}`)
    },
  })
  const last =
    lastAt === null
      ? t('neverMeasured')
      : t('lastMeasured', { time: shortTime(Date.parse(lastAt), serverNow(), locale) })
  return (
    <Switch
      label={t('measure')}
      help={`${t('measureHelp')} ${last}`}
      on={isPending ? variables.isOn : isOn}
      onChange={(next) => mutate({ clusterId, isOn: next })}
    />
  )
}
