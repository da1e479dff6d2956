import { useTranslations } from 'use-intl'
import { Chip } from '@/components/ui/chip'
import { LOG_LEVELS, type LogLevel } from '@/lib/domain/log'

type LevelChipsProps = { levels: readonly LogLevel[]; onChange: (levels: readonly LogLevel[]) => void }

/** None pressed means all: one presses what one wants to see. */
export function LevelChips({ levels, onChange }: LevelChipsProps) {
  const t = useTranslations('log')
  const toggle = (level: LogLevel) =>
    onChange(LOG_LEVELS.filter((each) => (each === level ? !levels.includes(each) : levels.includes(each))))
  return (
    <div role="group" aria-label={t('levels')} className="flex gap-1">
      {LOG_LEVELS.map((level) => (
        <Chip key={level} pressed={levels.includes(level)} onPress={() => toggle(level)}>
          {level}
        </Chip>
      ))}
    </div>
  )
}
