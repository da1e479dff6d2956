'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { QueryView } from '@/components/feedback/query-view'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { topicSettingsQuery } from '@/lib/browser/queries/topics'
import type { TopicSetting } from '@/lib/contract/console/topics'
import { COMMON_SETTINGS } from '@/lib/domain/topic-settings'
import { useSettingWords } from '../use-setting-words'
import { SettingDialog } from './setting-dialog'

type SettingsPanelProps = { clusterId: string; topicName: string }

/** The settings one meets first and those of the topic itself; all others on demand. */
export function SettingsPanel({ clusterId, topicName }: SettingsPanelProps) {
  const t = useTranslations('topic')
  const query = useQuery(topicSettingsQuery(clusterId, topicName))
  const [all, setAll] = useState(false)
  const [edited, setEdited] = useState<string | null>(null)
  return (
    <Panel title={t('settings')}>
      <QueryView query={query} failed={t('settingsFailed')}>
        {(settings) => {
          const first = settings.filter(isFirst)
          const setting = settings.find(({ name }) => name === edited)
          return (
            <>
              <ul>
                {(all ? settings : first).map((each) => (
                  <SettingRow key={each.name} setting={each} onEdit={() => setEdited(each.name)} />
                ))}
              </ul>
              <div className="border-t border-line px-4 py-2">
                <Button size="small" kind="ghost" className="-ml-2" onClick={() => setAll(!all)}>
                  {all ? t('settingsFewer') : t('settingsAll', { count: settings.length - first.length })}
                </Button>
              </div>
              {setting === undefined ? null : (
                <SettingDialog
                  clusterId={clusterId}
                  topicName={topicName}
                  setting={setting}
                  onClose={() => setEdited(null)}
                />
              )}
            </>
          )
        }}
      </QueryView>
    </Panel>
  )
}

const COMMON: ReadonlySet<string> = new Set(COMMON_SETTINGS)
const isFirst = ({ name, source }: TopicSetting): boolean => source === 'topic' || COMMON.has(name)

function SettingRow({ setting, onEdit }: { setting: TopicSetting; onEdit: () => void }) {
  const t = useTranslations('topic')
  const words = useSettingWords()
  const { name, value, source } = setting
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-0.5 border-t border-line px-4 py-1 text-13 first:border-t-0 max-desk:px-3">
      <span className="mono min-w-0 flex-[2_1_220px] [overflow-wrap:anywhere]">{name}</span>
      <span className="min-w-0 flex-[2_1_160px] [overflow-wrap:anywhere]">{words(name, value)}</span>
      <span className="flex-[1_1_140px] text-12 text-text-2">{t(`source.${source}`)}</span>
      <Button size="small" onClick={onEdit} aria-label={t('editOf', { name })}>
        {t('edit')}
      </Button>
    </li>
  )
}
