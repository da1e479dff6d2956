'use client'

import { useRouter } from 'next/navigation'
import { useDeferredValue, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ClusterQuestion, type Question } from '@/components/cluster/cluster-question'
import { useChangeHealing } from '@/components/cluster/healing/use-change-healing'
import { useStart } from '@/components/cluster/use-start-cluster'
import { CommandDialog, CommandGroup, CommandItem } from '@/components/ui/command'
import { Kbd } from '@/components/ui/kbd'
import type { ClusterSummary } from '@/lib/contract/console/clusters'
import { type Command, type Entry, usePaletteEntries } from './use-palette-entries'

const GROUPS = ['here', 'clusters', 'go', 'actions'] as const
type Asking = { question: Question; cluster: ClusterSummary }
type PaletteDialogProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** What can be undone happens at once; what cannot opens its own question. */
export function PaletteDialog({ open, onOpenChange }: PaletteDialogProps) {
  const router = useRouter()
  const { start } = useStart()
  const { change: resume } = useChangeHealing('on')
  const [asking, setAsking] = useState<Asking | null>(null)
  const run = (command: Command) => {
    onOpenChange(false)
    if (command.is === 'go') router.push(command.href)
    else if (command.act === 'start') start(command.cluster)
    else if (command.act === 'resumeHealing') resume(command.cluster)
    else setAsking({ question: command.act, cluster: command.cluster })
  }
  return (
    <>
      {open ? <OpenPalette onOpenChange={onOpenChange} onRun={run} /> : null}
      {asking === null ? null : <ClusterQuestion {...asking} onClose={() => setAsking(null)} />}
    </>
  )
}

type OpenPaletteProps = { onOpenChange: (open: boolean) => void; onRun: (command: Command) => void }

/** It lives as long as it is open: the next time begins with an empty field. */
function OpenPalette({ onOpenChange, onRun }: OpenPaletteProps) {
  const t = useTranslations('palette')
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState('')
  // The field is there at once and can be typed in; what it finds is drawn the moment after.
  const searched = useDeferredValue<string | null>(typed, null)
  const entries = usePaletteEntries(searched)
  // The list follows the field a moment later: what was chosen before may be gone, then the first one is meant.
  const shown = GROUPS.flatMap((group) => entries.filter((entry) => entry.group === group))
  const selected = shown.some(({ id }) => id === chosen) ? chosen : (shown[0]?.id ?? '')
  const type = (text: string) => {
    setTyped(text)
    setChosen('')
  }
  return (
    <CommandDialog
      open
      onOpenChange={onOpenChange}
      label={t('title')}
      placeholder={t('placeholder')}
      typed={typed}
      onType={type}
      selected={selected}
      onSelected={setChosen}
      empty={searched === null ? null : t('empty')}
      footer={
        <>
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('move')}
          </span>
          <span>
            <Kbd>↵</Kbd> {t('run')}
          </span>
          <span>
            <Kbd>Esc</Kbd> {t('close')}
          </span>
        </>
      }
    >
      {GROUPS.map((group) => (
        <Group key={group} group={group} entries={entries} onRun={onRun} />
      ))}
    </CommandDialog>
  )
}

type GroupProps = {
  group: Entry['group']
  entries: readonly Entry[]
  onRun: (command: Command) => void
}

function Group({ group, entries, onRun }: GroupProps) {
  const t = useTranslations('palette.groups')
  const own = entries.filter((entry) => entry.group === group)
  if (own.length === 0) return null
  return (
    <CommandGroup label={t(group)}>
      {own.map(({ id, name, icon, command, offBecause }) => (
        <CommandItem key={id} id={id} icon={icon} offBecause={offBecause} onSelect={() => onRun(command)}>
          {name}
        </CommandItem>
      ))}
    </CommandGroup>
  )
}
