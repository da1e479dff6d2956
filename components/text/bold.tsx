import type { ReactNode } from 'react'

/** The <b> of messages: what the eye should find first in a sentence. */
export const bold = { b: (chunks: ReactNode) => <b className="font-[550]">{chunks}</b> }
