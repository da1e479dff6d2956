'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Toaster } from '@/components/feedback/toast'
import { TellAlarms } from '@/components/alarm/tell-alarms'
import { LiveConnection } from './live-connection'
import { OwnOperations } from './own-operations'
import { ShellKeys } from './shell-keys'
import { Sidebar } from '@/components/shell/sidebar/sidebar'
import { TopBar } from '@/components/shell/bar/top-bar'

/** The frame every page stands in. */
export function ConsoleShell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] desk:grid-cols-[212px_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-4 border border-accent bg-surface px-3 py-2 text-13 text-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <aside className="sticky top-0 h-dvh border-r border-line max-desk:hidden">
        <Sidebar />
      </aside>
      <div className="flex min-w-0 flex-col">
        <TopBar />
        <main
          id="content"
          tabIndex={-1}
          className="grid w-full max-w-[1400px] flex-1 grid-cols-[minmax(0,1fr)] content-start gap-4 px-6 pt-5 pb-8 outline-none max-desk:gap-3.5 max-desk:px-4 max-desk:pt-3"
        >
          {children}
        </main>
      </div>
      <LiveConnection />
      <ShellKeys />
      <OwnOperations />
      <TellAlarms />
      <Toaster label={t('toasts')} closeLabel={t('close')} />
    </div>
  )
}
