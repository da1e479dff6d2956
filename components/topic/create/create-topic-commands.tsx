import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Copy } from '@/components/text/copy'
import { CodeBlock } from '@/components/ui/code-block'
import { awsCommand, kafkaCommand } from '@/lib/browser/topic/commands'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { newTopic } from './create-topic-form'
import type { TopicCreation } from './use-create-topic'

type CommandsProps = { cluster: ClusterDetail; creation: TopicCreation }

/** What the form says now, for a terminal. Shown once there is a name to say. */
export function CreateTopicCommands({ cluster, creation }: CommandsProps) {
  const t = useTranslations('createTopic')
  const { control, getValues } = creation.form
  // The form as a whole is watched: every field changes the commands.
  const name = useWatch({ control })
  if (name.name === '' || name.name === undefined) return null
  const topic = newTopic(getValues())
  const commands = [
    { name: t('kafkaTool'), text: kafkaCommand(cluster.name, topic) },
    { name: t('aws'), text: awsCommand({ ...cluster, origin: globalThis.location.origin }, topic) },
  ]
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line pt-4">
      <h3 className="font-semibold">{t('commands')}</h3>
      {commands.map((command) => (
        <div key={command.name} className="grid grid-cols-[minmax(0,1fr)] gap-1">
          <div className="flex items-center justify-between gap-3 text-12 text-text-2">
            {command.name}
            <Copy text={command.text} name={command.name} />
          </div>
          <CodeBlock label={command.name}>{command.text}</CodeBlock>
        </div>
      ))}
    </section>
  )
}
