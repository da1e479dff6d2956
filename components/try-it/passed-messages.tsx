import { useTranslations } from 'use-intl'
import { Time } from '@/components/text/time'
import { StateIcon } from '@/components/ui/state-icon'
import { formatMs } from '@/lib/browser/try-it/receipt'
import type { PassedMessage } from '@/lib/contract/console/try-it'

/** The newest first, each as it came back from the broker. */
export function PassedMessages({ messages }: { messages: readonly PassedMessage[] }) {
  const t = useTranslations('tryIt')
  if (messages.length === 0) return null
  return (
    <ul aria-label={t('passed')} aria-live="polite" className="border-t border-line">
      {messages.map((message) => (
        <PassedItem key={message.id} message={message} />
      ))}
    </ul>
  )
}

function PassedItem({ message }: { message: PassedMessage }) {
  const t = useTranslations('tryIt')
  const isBack = message.readBackMs !== null
  return (
    <li className="flex gap-2.5 border-t border-line px-4 py-2 text-13 first:border-t-0 max-desk:px-3">
      <StateIcon
        shape={isBack ? 'settled' : 'unknown'}
        className={`mt-0.5 size-3.5 ${isBack ? 'text-ok' : 'text-text-3'}`}
      />
      <div className="min-w-0 flex-1">
        <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">{message.value}</p>
        <p className="text-12 text-text-2 tabular-nums [overflow-wrap:anywhere]">
          {t('passedFacts', {
            topic: message.topic,
            partition: message.partition,
            offset: message.offset,
            broker: message.leaderId,
            endpoint: message.endpoint,
          })}{' '}
          {message.readBackMs === null
            ? t('notReadBack', { said: message.problem ?? '' })
            : t('latencies', {
                acknowledged: formatMs(message.acknowledgedMs),
                back: formatMs(message.readBackMs),
              })}
        </p>
      </div>
      <Time iso={message.at} look="clock" className="flex-none text-12 text-text-3 tabular-nums" />
    </li>
  )
}
