import { expect, test } from 'vitest'
import { exitReason } from './exit-reason'

/** Logs of real nodes that ended by themselves, shortened to the lines around the end. */
const KAFKA: readonly [what: string, log: string, reason: string][] = [
  [
    'a client port that is taken (4.3.1)',
    `[2026-11-22 21:35:28,435] ERROR Unable to start acceptor for CLIENT (kafka.network.DataPlaneAcceptor)
org.apache.kafka.common.KafkaException: Socket server failed to bind to 127.40.110.11:9092: Address already in use.
	at kafka.network.Acceptor.openServerSocket(SocketServer.scala:705)
Caused by: java.net.BindException: Address already in use
	at java.base/sun.nio.ch.Net.bind0(Native Method)
	... 11 more
[2026-11-22 21:35:28,441] ERROR [BrokerServer id=1] Fatal error during broker startup. Prepare to shutdown (kafka.server.BrokerServer)
java.lang.RuntimeException: Received a fatal error while waiting for all of the SocketServer Acceptors to be started
Caused by: java.lang.RuntimeException: Unable to start acceptor for CLIENT
[2026-11-22 21:35:28,569] ERROR Exiting Kafka due to fatal exception during startup. (kafka.Kafka$)`,
    'Socket server failed to bind to 127.40.110.11:9092: Address already in use.',
  ],
  [
    'an unformatted folder (4.3.1)',
    `[2026-11-22 21:35:50,161] INFO Registered \`kafka:type=kafka.Log4jController\` MBean (kafka.utils.Log4jControllerRegistration$)
[2026-11-22 21:35:50,412] ERROR Exiting Kafka due to fatal exception (kafka.Kafka$)
java.lang.RuntimeException: No readable meta.properties files found.
	at org.apache.kafka.metadata.properties.MetaPropertiesEnsemble.verify(MetaPropertiesEnsemble.java:451)
	at kafka.Kafka.main(Kafka.scala)`,
    'RuntimeException: No readable meta.properties files found.',
  ],
  [
    'a value that cannot be (3.9.2)',
    `[2026-11-22 21:36:21,001] ERROR Exiting Kafka due to fatal exception (kafka.Kafka$)
org.apache.kafka.common.config.ConfigException: Invalid value shred for configuration log.cleanup.policy: String must be one of: compact, delete
	at org.apache.kafka.common.config.ConfigDef$ValidString.ensureValid(ConfigDef.java:1075)`,
    'ConfigException: Invalid value shred for configuration log.cleanup.policy: String must be one of: compact, delete',
  ],
  [
    'no controller to register with (4.3.1)',
    `[2026-11-22 21:36:02,203] ERROR [BrokerLifecycleManager id=1] Shutting down because we were unable to register with the controller quorum. (org.apache.kafka.server.BrokerLifecycleManager)
[2026-11-22 21:36:02,208] ERROR [BrokerServer id=1] Received a fatal error while waiting for the controller to acknowledge that we are caught up (kafka.server.BrokerServer)
java.util.concurrent.CancellationException
	at java.base/java.util.concurrent.CompletableFuture.cancel(CompletableFuture.java:2478)
[2026-11-22 21:36:02,340] ERROR Exiting Kafka due to fatal exception during startup. (kafka.Kafka$)`,
    'Shutting down because we were unable to register with the controller quorum.',
  ],
  [
    'no ZooKeeper to reach (2.2.1)',
    `[2026-11-22 21:36:45,893] WARN Session 0x0 for server null, unexpected error, closing socket connection and attempting reconnect (org.apache.zookeeper.ClientCnxn)
java.net.ConnectException: Connection refused
[2026-11-22 21:36:48,790] ERROR Fatal error during KafkaServer startup. Prepare to shutdown (kafka.server.KafkaServer)
kafka.zookeeper.ZooKeeperClientTimeoutException: Timed out waiting for connection while in state: CONNECTING
	at kafka.zookeeper.ZooKeeperClient.$anonfun$waitUntilConnected$3(ZooKeeperClient.scala:230)
[2026-11-22 21:36:48,793] INFO shutting down (kafka.server.KafkaServer)`,
    'ZooKeeperClientTimeoutException: Timed out waiting for connection while in state: CONNECTING',
  ],
  [
    'a ZooKeeper server without its id',
    `[2026-11-22 21:37:07,792] ERROR Invalid config, exiting abnormally (org.apache.zookeeper.server.quorum.QuorumPeerMain)
org.apache.zookeeper.server.quorum.QuorumPeerConfig$ConfigException: Error processing zoo.cfg
	at org.apache.zookeeper.server.quorum.QuorumPeerConfig.parse(QuorumPeerConfig.java:198)
Caused by: java.lang.IllegalArgumentException: myid file is missing
	... 2 more
[2026-11-22 21:37:07,799] ERROR Exiting JVM with code 2 (org.apache.zookeeper.util.ServiceUtils)`,
    'ConfigException: Error processing zoo.cfg: IllegalArgumentException: myid file is missing',
  ],
  [
    'a ZooKeeper peer port that is taken',
    `[2026-11-22 21:37:03,669] ERROR Exception while listening to address /127.40.110.12:3888 (org.apache.zookeeper.server.quorum.QuorumCnxManager)
java.net.BindException: Address already in use
	at java.base/sun.nio.ch.Net.bind0(Native Method)
[2026-11-22 21:37:06,681] ERROR Exiting JVM with code 14 (org.apache.zookeeper.util.ServiceUtils)`,
    'Exception while listening to address /127.40.110.12:3888: Address already in use',
  ],
  [
    'a SIGTERM that we did not send',
    `[2026-11-22 21:40:00,000] INFO Terminating process due to signal SIGTERM (org.apache.kafka.common.utils.LoggingSignalHandler)
[2026-11-22 21:40:00,001] INFO [BrokerServer id=1] Transition from STARTED to SHUTTING_DOWN (kafka.server.BrokerServer)`,
    'Terminating process due to signal SIGTERM',
  ],
]

const JVM: readonly [what: string, log: string, reason: string][] = [
  [
    'too little heap',
    `Jolokia: Agent 2.4.2 started with URL http://127.40.110.11:8778/jolokia and PID 9176
Terminating due to java.lang.OutOfMemoryError: Java heap space`,
    'Terminating due to OutOfMemoryError: Java heap space',
  ],
  [
    'a flag this Java does not know',
    `Unrecognized VM option 'UseConcMarkSweepGC'
Error: Could not create the Java Virtual Machine.
Error: A fatal exception has occurred. Program will exit.`,
    "Unrecognized VM option 'UseConcMarkSweepGC'",
  ],
  [
    'more heap than the machine has',
    `OpenJDK 64-Bit Server VM warning: INFO: os::commit_memory(0x00007f0534400000, 322122547200, 0) failed; error='Not enough space' (errno=12)
#
# There is insufficient memory for the Java Runtime Environment to continue.
# Native memory allocation (mmap) failed to map 322122547200 bytes. Error detail: committing reserved memory.`,
    'There is insufficient memory for the Java Runtime Environment to continue.',
  ],
  [
    'a heap that contradicts itself',
    `Error occurred during initialization of VM
Initial heap size set to a larger value than the maximum heap size`,
    'Error occurred during initialization of VM: Initial heap size set to a larger value than the maximum heap size',
  ],
  [
    'a jar that is gone',
    `Error: Could not find or load main class kafka.Kafka
Caused by: java.lang.ClassNotFoundException: kafka.Kafka`,
    'Error: Could not find or load main class kafka.Kafka',
  ],
  [
    'an agent that is gone',
    `Error opening zip file or JAR manifest missing : /cache/jolokia-agent-jvm.jar
Error occurred during initialization of VM
agent library failed to init: instrument`,
    'Error opening zip file or JAR manifest missing : /cache/jolokia-agent-jvm.jar',
  ],
  ['an argument file that is gone', "Error: could not open `java.args'", "Error: could not open `java.args'"],
]

test.each(KAFKA)('Kafka: %s', (_, serverLog, reason) => {
  expect(exitReason('', `${serverLog}\n`)).toBe(reason)
})

test.each(JVM)('the JVM: %s', (_, bootLog, reason) => {
  expect(exitReason(`${bootLog}\n`, '')).toBe(reason)
})

test('silence is not explained', () => {
  expect(exitReason('', '')).toBeNull()
  expect(exitReason('', '[2026-11-22 21:40:00,000] INFO all is well (kafka.server.KafkaServer)\n')).toBeNull()
})

test('an exception of any length stays one line', () => {
  const log = `[2026-11-22 21:36:21,001] ERROR Exiting Kafka (kafka.Kafka$)\njava.lang.Exception: ${'x'.repeat(900)}\n`
  expect(exitReason('', log)).toHaveLength(400)
})

test('an error of long before is not what ended the process', () => {
  const log = `[2026-11-22 21:35:00,000] ERROR [ReplicaManager broker=1] Error processing append operation (kafka.server.ReplicaManager)
java.io.IOException: in the hay
\tat kafka.log.UnifiedLog.append(UnifiedLog.scala:9)
[2026-11-22 21:36:00,000] INFO Rolled new log segment (kafka.log.UnifiedLog)`
  expect(exitReason('', log)).toBeNull()
  expect(exitReason('', log.replace('21:36:00', '21:35:03'))).toBe('IOException: in the hay')
})

test('what a busy machine makes Kafka say is not what ended it', () => {
  const log = `[2026-11-30 21:57:20,000] ERROR [QuorumController id=1] processExpiredBrokerHeartbeat: controller event queue overloaded. Timed out heartbeat from broker 1. (org.apache.kafka.controller.QuorumController)
[2026-11-30 21:57:24,000] INFO [BrokerLifecycleManager id=1] unfenced (kafka.server.BrokerLifecycleManager)`
  expect(exitReason('', log)).toBeNull()
})
