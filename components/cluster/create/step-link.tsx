import type { MouseEvent, ReactNode } from 'react'
import { TextLink } from '@/components/ui/text-link'
import type { CreateStep } from '@/lib/browser/create/sections'
import { routes } from '@/lib/browser/routes'
import type { Creation } from './use-create'

type StepLinkProps = { creation: Creation; step: CreateStep; className?: string; children: ReactNode }

/** A link like any other, in a new tab too; here it goes without asking the server. */
export function StepLink({ creation, step, className, children }: StepLinkProps) {
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    creation.walk.go(step)
  }
  return (
    <TextLink href={routes.createCluster(step)} onClick={go} className={className}>
      {children}
    </TextLink>
  )
}
