'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRegion } from '@/components/shell/region'
import { useAddress } from '@/components/table/use-address'
import { Chip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import { CLIENT_PLACES, CLIENTS_AT, type SnippetFacts } from '@/lib/browser/connect/snippet'
import { SNIPPETS } from '@/lib/browser/connect/snippets'
import { hostQuery } from '@/lib/browser/queries/host'
import { tryItQuery } from '@/lib/browser/queries/try-it'
import type { ClusterDetail } from '@/lib/contract/console/clusters'
import { servesClients } from '@/lib/domain/node'
import { topicNameProblem } from '@/lib/domain/topic'
import { ElsewhereNote } from './elsewhere-note'
import { SnippetParts } from './snippet-parts'
import { TopicField } from './topic-field'

const FIRST_TOPIC = 'hello'
const REPLICAS_MAX = 3

/** A program for each client, filled in. What is chosen stays in the address. */
export function SnippetsPanel({ cluster }: { cluster: ClusterDetail }) {
  const t = useTranslations('client')
  const [placeWord, setPlace] = useAddress('from', 'here')
  const [clientWord, setClient] = useAddress('client', 'mosaik')
  const [topic, setTopic] = useAddress('topic', FIRST_TOPIC)
  const { region } = useRegion()
  const host = useQuery(hostQuery(region)).data
  const topics = useQuery({ ...tryItQuery(cluster.id), enabled: cluster.power === 'on' }).data?.topics ?? []
  const place = CLIENT_PLACES.find((one) => one === placeWord) ?? 'here'
  const clients = CLIENTS_AT[place]
  const client = clients.find((one) => one === clientWord) ?? (place === 'here' ? 'mosaik' : 'scripts')
  const addressesOf = (listener: string) =>
    cluster.connection.find((one) => one.listener === listener)?.bootstrap
  const bootstrap = addressesOf(place === 'here' ? 'PLAINTEXT' : 'EXTERNAL_PLAINTEXT')
  const isTopic = topicNameProblem(topic, []) === null
  const facts: SnippetFacts = {
    clusterName: cluster.name,
    bootstrap: bootstrap ?? '',
    zookeeper: (place === 'here' ? addressesOf('ZOOKEEPER') : undefined) ?? null,
    topic,
    topicExists: topics.includes(topic),
    replicationFactor: Math.min(REPLICAS_MAX, cluster.nodes.filter(({ role }) => servesClients(role)).length),
    release: cluster.release,
  }
  return (
    <Panel title={t('snippets')}>
      <div className="grid gap-4 px-4 pt-3.5 pb-4 max-desk:px-3">
        <div className="grid gap-4 desk:grid-cols-[minmax(0,1fr)_18rem]">
          <Choices
            label={t('from')}
            choices={CLIENT_PLACES}
            chosen={place}
            onChoose={setPlace}
            words={(one) => t(`place.${one}`)}
          />
          <TopicField
            topic={topic}
            topics={topics}
            help={facts.topicExists || !isTopic ? undefined : t('topicMade')}
            onChange={setTopic}
          />
        </div>
        <Choices
          label={t('client')}
          choices={clients}
          chosen={client}
          onChoose={setClient}
          words={(one) => t(`clients.${one}`)}
        />
        {bootstrap === undefined ? (
          place === 'elsewhere' ? (
            <ElsewhereNote advertisedHost={host?.advertisedHost ?? null} />
          ) : (
            <p className="text-13 text-text-2">{t('notYet')}</p>
          )
        ) : isTopic ? (
          <SnippetParts
            client={client}
            parts={SNIPPETS[client](facts)}
            note={t(`clientHelp.${client}`, { release: cluster.release })}
          />
        ) : null}
      </div>
    </Panel>
  )
}

type ChoicesProps<Choice extends string> = {
  label: string
  choices: readonly Choice[]
  chosen: Choice
  onChoose: (choice: Choice) => void
  words: (choice: Choice) => string
}

function Choices<Choice extends string>({ label, choices, chosen, onChoose, words }: ChoicesProps<Choice>) {
  return (
    <div role="group" aria-label={label} className="grid content-start gap-1.5 text-13">
      <span className="font-[550]">{label}</span>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Chip key={choice} pressed={choice === chosen} onPress={() => onChoose(choice)}>
            {words(choice)}
          </Chip>
        ))}
      </div>
    </div>
  )
}
