import { isAtLeast, type SnippetFacts, type SnippetPart } from './snippet'

/** One file that Java runs from source, and the pom that fetches the client. */
export const javaSnippet = (facts: SnippetFacts): SnippetPart[] => [
  { do: 'save', file: 'pom.xml', code: pom(clientVersion(facts.release)) },
  { do: 'save', file: 'PassMessage.java', code: program(facts) },
  {
    do: 'run',
    code: `mvn -q dependency:copy-dependencies -DoutputDirectory=lib\njava -cp "lib/*" PassMessage.java`,
  },
]

/** The brokers' own release; `poll(Duration)` came with 2.0, and 2.8.2 talks to anything older. */
const clientVersion = (release: string): string => (isAtLeast(release, '2.0.0') ? release : '2.8.2')

/** Without a logger of its own the client greets with three lines that look like an error: slf4j-nop is none. */
const pom = (version: string): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>pass-message</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka-clients</artifactId>
      <version>${version}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>`

const program = ({ bootstrap, topic, topicExists, replicationFactor }: SnippetFacts): string =>
  `import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
${topicExists ? '' : 'import java.util.concurrent.ExecutionException;\nimport org.apache.kafka.clients.admin.AdminClient;\nimport org.apache.kafka.clients.admin.NewTopic;\n'}import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
${topicExists ? '' : 'import org.apache.kafka.common.errors.TopicExistsException;\n'}import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

public class PassMessage {
  static final String BOOTSTRAP = "${bootstrap}";
  static final String TOPIC = "${topic}";

  public static void main(String[] args) throws Exception {
${topicExists ? '' : '    createTopic();\n'}    String sent = "Hello from Java, " + Instant.now();
    Properties producing = new Properties();
    producing.put("bootstrap.servers", BOOTSTRAP);
    producing.put("acks", "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(producing, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, sent)).get();
    }

    Properties consuming = new Properties();
    consuming.put("bootstrap.servers", BOOTSTRAP);
    consuming.put("group.id", "pass-message-java");
    consuming.put("auto.offset.reset", "earliest");
    long until = System.currentTimeMillis() + 60_000;
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(consuming, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      while (System.currentTimeMillis() < until) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          System.out.printf("partition %d, offset %d: %s%n", record.partition(), record.offset(), record.value());
          if (sent.equals(record.value())) return;
        }
      }
    }
    throw new IllegalStateException("The record did not come back within a minute.");
  }
${
  topicExists
    ? ''
    : `
  static void createTopic() throws Exception {
    Properties asking = new Properties();
    asking.put("bootstrap.servers", BOOTSTRAP);
    try (AdminClient admin = AdminClient.create(asking)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) ${replicationFactor}))).all().get();
    } catch (ExecutionException thrown) {
      if (!(thrown.getCause() instanceof TopicExistsException)) throw thrown;
    }
  }
`
}}`
