import type { SnippetFacts, SnippetPart } from './snippet'

/**
 * kafka-python: pure Python, so that pip alone installs it wherever Python runs. In an environment of its own, because
 * the Python of Debian, Ubuntu or Homebrew lets pip touch nothing else.
 */
export const pythonSnippet = (facts: SnippetFacts): SnippetPart[] => [
  { do: 'install', code: 'python3 -m venv venv\nvenv/bin/pip install kafka-python' },
  { do: 'save', file: 'pass_message.py', code: program(facts) },
  { do: 'run', code: 'venv/bin/python pass_message.py' },
]

const program = ({ bootstrap, topic, topicExists, replicationFactor }: SnippetFacts): string =>
  `from datetime import datetime, timezone

from kafka import KafkaConsumer, KafkaProducer
${
  topicExists
    ? ''
    : `from kafka.admin import KafkaAdminClient, NewTopic
from kafka.errors import TopicAlreadyExistsError
`
}
BOOTSTRAP = [${bootstrap
    .split(',')
    .map((address) => `"${address}"`)
    .join(', ')}]
TOPIC = "${topic}"
${
  topicExists
    ? ''
    : `
admin = KafkaAdminClient(bootstrap_servers=BOOTSTRAP)
try:
    admin.create_topics([NewTopic(TOPIC, num_partitions=1, replication_factor=${replicationFactor})])
except TopicAlreadyExistsError:
    pass
admin.close()
`
}
sent = f"Hello from Python, {datetime.now(timezone.utc).isoformat()}"
producer = KafkaProducer(bootstrap_servers=BOOTSTRAP, acks="all")
producer.send(TOPIC, sent.encode()).get(timeout=30)
producer.close()

consumer = KafkaConsumer(
    TOPIC,
    bootstrap_servers=BOOTSTRAP,
    group_id="pass-message-python",
    auto_offset_reset="earliest",
    consumer_timeout_ms=60_000,
)
for record in consumer:
    text = record.value.decode()
    print(f"partition {record.partition}, offset {record.offset}: {text}")
    if text == sent:
        break
else:
    raise SystemExit("The record did not come back within a minute.")
consumer.close()`
