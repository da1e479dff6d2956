import { useTranslations } from 'use-intl'
import { Copy } from '@/components/text/copy'
import { CodeBlock } from '@/components/ui/code-block'
import type { Client, SnippetPart } from '@/lib/browser/connect/snippet'

type SnippetPartsProps = { client: Client; parts: readonly SnippetPart[]; note: string }

export function SnippetParts({ client, parts, note }: SnippetPartsProps) {
  const t = useTranslations('client')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="max-w-[80ch] text-13 text-text-2">{note}</p>
      {parts.map((part) => {
        const title = part.file === undefined ? t(`do.${part.do}`) : t('saveAs', { file: part.file })
        return (
          <section key={title} aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
            <div className="flex items-center gap-3 text-13">
              <h3 className="font-[550]">{title}</h3>
              <span className="ml-auto">
                <Copy text={part.code} name={`${t(`clients.${client}`)}, ${title}`} />
              </span>
            </div>
            <CodeBlock label={title}>{part.code}</CodeBlock>
          </section>
        )
      })}
    </div>
  )
}
