import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { SearchInput } from '@/components/ui/search-input'
import { Switch } from '@/components/ui/switch'
import { LevelChips } from './level-chips'
import type { LogSearch } from './log-search-state'
import type { useLogMatches } from './use-log-matches'

type LogBarProps = {
  search: LogSearch
  matches: ReturnType<typeof useLogMatches>
  onBack: () => void
  /** Where the whole log is saved from. */
  file: string
}

/** Search with the way from match to match, levels, and the file. */
export function LogBar({ search, matches, onBack, file }: LogBarProps) {
  const t = useTranslations('log')
  const { text, only } = search
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <form
        role="search"
        className="flex flex-wrap items-center gap-1"
        onSubmit={(event) => {
          event.preventDefault()
          if (text !== '') onBack()
        }}
      >
        <SearchInput label={t('search')} value={text} onSearch={search.setText} maxLength={1000} />
        <span className="flex items-center gap-1">
          <Button
            kind="ghost"
            size="icon"
            aria-label={t('previous')}
            title={t('previous')}
            onClick={onBack}
            offBecause={text === '' ? t('nothingSought') : undefined}
            reasonPlace="elsewhere"
          >
            <Icon name="sortUp" />
          </Button>
          <Button
            kind="ghost"
            size="icon"
            aria-label={t('next')}
            title={t('next')}
            onClick={() => void matches.goOn()}
            offBecause={text === '' ? t('nothingSought') : undefined}
            reasonPlace="elsewhere"
          >
            <Icon name="sortDown" />
          </Button>
          <output aria-live="polite" className="min-w-[10ch] text-12 text-text-3">
            {text === '' ? null : <Count matches={matches} />}
          </output>
        </span>
      </form>
      <LevelChips levels={search.levels} onChange={search.setLevels} />
      <Switch label={t('only')} on={only} onChange={search.setOnly} />
      <Button asChild size="small" className="ml-auto">
        <a href={file} download>
          <Icon name="download" className="size-3" />
          {t('download')}
        </a>
      </Button>
    </div>
  )
}

function Count({ matches: { count, number } }: { matches: LogBarProps['matches'] }) {
  const t = useTranslations('log')
  return number === 0 ? t('matches', { count }) : t('matchOf', { number, count })
}
