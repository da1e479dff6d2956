import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { LevelChips } from '@/components/log/level-chips'
import { useNodeName } from '@/components/node/node-name'
import { Chip } from '@/components/ui/chip'
import { Input } from '@/components/ui/input'
import { SearchInput } from '@/components/ui/search-input'
import { fieldTime, LAST_SPAN_NAMES, readTime } from '@/lib/browser/log/search-span'
import type { NodeView } from '@/lib/contract/console/clusters'
import type { useLogsSearch } from './use-logs-search'

type SearchFieldsProps = { fields: ReturnType<typeof useLogsSearch>; nodes: readonly NodeView[] }

export function SearchFields({ fields, nodes }: SearchFieldsProps) {
  const t = useTranslations('logs')
  const { search, last, from, to } = fields
  const isAllTime = last === '' && from === '' && to === ''
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SearchInput label={t('search')} value={search.text} onSearch={fields.setText} maxLength={1000} />
      <LevelChips levels={search.levels} onChange={fields.setLevels} />
      <div role="group" aria-label={t('time')} className="flex gap-1">
        <Chip pressed={isAllTime} onPress={() => fields.setLast('')}>
          {t('allTime')}
        </Chip>
        {LAST_SPAN_NAMES.map((name) => (
          <Chip key={name} pressed={last === name} onPress={() => fields.setLast(name)}>
            {t(`last.${name}`)}
          </Chip>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <TimeField label={t('from')} value={from} onChange={fields.setFrom} />
        <TimeField label={t('to')} value={to} onChange={fields.setTo} />
      </div>
      <NodeChips nodes={nodes} chosen={search.nodes} onChange={fields.setNodes} />
    </div>
  )
}

type TimeFieldProps = { label: string; value: string; onChange: (time: string) => void }

function TimeField({ label, value, onChange }: TimeFieldProps) {
  const id = useId()
  return (
    <span className="flex items-center gap-1.5 text-12 text-text-2">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="datetime-local"
        step={1}
        value={fieldTime(readTime(value))}
        onChange={(event) => onChange(event.target.value)}
        className="w-auto!"
      />
    </span>
  )
}

type NodeChipsProps = {
  nodes: readonly NodeView[]
  chosen: readonly number[]
  onChange: (nodes: readonly number[]) => void
}

/** None pressed means all. */
function NodeChips({ nodes, chosen, onChange }: NodeChipsProps) {
  const t = useTranslations('logs')
  const name = useNodeName()
  if (nodes.length < 2) return null
  const toggle = (id: number) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <div role="group" aria-label={t('nodes')} className="flex min-w-0 gap-1 overflow-x-auto">
      {nodes.map((node) => (
        <Chip key={node.nodeId} pressed={chosen.includes(node.nodeId)} onPress={() => toggle(node.nodeId)}>
          {name(node)}
        </Chip>
      ))}
    </div>
  )
}
