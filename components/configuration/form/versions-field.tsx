import { useId } from 'react'
import { type Control, useController } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Chip } from '@/components/ui/chip'
import { FieldMessage } from '@/components/ui/field'
import type { ConfigurationDraft } from '@/lib/browser/configuration/draft'
import { KAFKA_RELEASES } from '@/lib/domain/kafka-version'

const RELEASES = Object.keys(KAFKA_RELEASES)

/** Several, or none for any. MSK's other names stand for the same releases. */
export function VersionsField({ control }: { control: Control<ConfigurationDraft> }) {
  const t = useTranslations('configurationForm.versions')
  const id = useId()
  const { field } = useController({ control, name: 'kafkaVersions' })
  const chosen = new Set(field.value)
  const turn = (release: string) =>
    field.onChange(RELEASES.filter((each) => chosen.has(each) !== (each === release)))
  return (
    <div role="group" aria-labelledby={id} aria-describedby={`${id}-help`} className="grid gap-1 text-13">
      <span id={id} className="font-[550]">
        {t('label')}
      </span>
      <div className="flex flex-wrap gap-2">
        <Chip pressed={chosen.size === 0} onPress={() => field.onChange([])}>
          {t('any')}
        </Chip>
        {RELEASES.map((release) => (
          <Chip key={release} pressed={chosen.has(release)} onPress={() => turn(release)}>
            {release}
          </Chip>
        ))}
      </div>
      <FieldMessage id={`${id}-help`} help={t('help')} />
    </div>
  )
}
