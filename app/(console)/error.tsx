'use client'

import { PageBroke } from '@/components/shell/page-broke'

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return <PageBroke error={error} onAgain={reset} />
}
