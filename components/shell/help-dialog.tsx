'use client'

import { useTranslations } from 'use-intl'
import { Dialog } from '@/components/ui/dialog'
import { useHotKeysOn } from '@/components/ui/hot-keys'
import { Kbd } from '@/components/ui/kbd'
import { Switch } from '@/components/ui/switch'

const KEYS = [
  { does: 'palette', keys: ['⌘/Ctrl', 'K'] },
  { does: 'goToClusters', keys: ['G', 'C'] },
  { does: 'goToOperations', keys: ['G', 'O'] },
  { does: 'goToAlarms', keys: ['G', 'A'] },
  { does: 'create', keys: ['C'] },
  { does: 'search', keys: ['/'] },
  { does: 'tabs', keys: ['1', '…', '9', '0'] },
  { does: 'move', keys: ['J', 'K'] },
  { does: 'moveArrows', keys: ['↓', '↑'] },
  { does: 'open', keys: ['↵'] },
  { does: 'submit', keys: ['⌘/Ctrl', '↵'] },
  { does: 'close', keys: ['Esc'] },
  { does: 'theme', keys: ['T'] },
  { does: 'help', keys: ['?'] },
] as const

export function HelpDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('keys')
  const [on, setOn] = useHotKeysOn()
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('description')}
      closeLabel={t('closeLabel')}
      footer={<Switch label={t('singleLetter')} on={on} onChange={setOn} />}
    >
      <dl className="mt-3 grid grid-cols-[repeat(auto-fit,minmax(220px,1fr))] gap-x-8">
        {KEYS.map(({ does, keys }) => (
          <div key={does} className="flex h-8 items-center justify-between gap-3 border-b border-line">
            <dt>{t(`does.${does}`)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
