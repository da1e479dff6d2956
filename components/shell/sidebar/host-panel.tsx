'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { DISK_LIMIT, diskTone, Meter } from '@/components/ui/meter'
import { formatShare } from '@/lib/browser/format/bytes'
import { hostQuery } from '@/lib/browser/queries/host'
import { useRegion } from '@/components/shell/region'

/** The one machine everything runs on: how much of it is in use. */
export function HostPanel() {
  const { region } = useRegion()
  const host = useQuery(hostQuery(region)).data
  if (host === undefined) return null
  return (
    <section className="grid flex-none gap-2 border-t border-line px-4 py-3 text-12 text-text-2">
      <header className="flex gap-2">
        <h2 className="min-w-0 flex-1 truncate font-[550] text-text" title={host.hostname}>
          {host.hostname}
        </h2>
        <span className="text-text-3">{region}</span>
      </header>
      <HostMeter of="memory" freeBytes={host.memoryFreeBytes} totalBytes={host.memoryTotalBytes} />
      <HostMeter of="disk" freeBytes={host.diskFreeBytes} totalBytes={host.diskTotalBytes} />
    </section>
  )
}

type HostMeterProps = { of: 'memory' | 'disk'; freeBytes: number; totalBytes: number }

function HostMeter({ of, freeBytes, totalBytes }: HostMeterProps) {
  const t = useTranslations('host')
  const usedBytes = totalBytes - freeBytes
  const share = usedBytes / totalBytes
  const figure = t('share', formatShare(usedBytes, totalBytes))
  return (
    <div>
      <div className="flex justify-between gap-2">
        <span>{t(of)}</span>
        <span className="tabular-nums">{figure}</span>
      </div>
      <Meter
        share={share}
        className="mt-[3px]"
        {...(of === 'disk' ? { tone: diskTone(share), limit: DISK_LIMIT } : {})}
      />
    </div>
  )
}
