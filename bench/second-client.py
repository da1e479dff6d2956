"""A producer and a consumer of kafka-python on their default settings: prints what they met as JSON."""

import json
import sys
import threading
import time

from kafka import KafkaConsumer, KafkaProducer

BOOTSTRAP, TOPIC, PARTITIONS, SECONDS = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])

acknowledged, failed, read = [], [0], []
over = threading.Event()


def consume():
    consumer = KafkaConsumer(TOPIC, bootstrap_servers=BOOTSTRAP, group_id="kafka-python", auto_offset_reset="earliest")
    quiet = 0.0
    while not (over.is_set() and quiet > 5):
        before = len(read)
        for records in consumer.poll(timeout_ms=500).values():
            read.extend({"partition": record.partition, "number": int(record.value)} for record in records)
        quiet = 0.0 if len(read) > before else quiet + 0.5
    consumer.close()


reader = threading.Thread(target=consume)
reader.start()
producer = KafkaProducer(bootstrap_servers=BOOTSTRAP)
ends, number = time.monotonic() + SECONDS, 0
while time.monotonic() < ends:
    sent = producer.send(TOPIC, str(number).encode(), partition=number % PARTITIONS)
    sent.add_callback(lambda _, n=number: acknowledged.append({"atMs": time.monotonic() * 1000, "number": n}))
    sent.add_errback(lambda _: failed.__setitem__(0, failed[0] + 1))
    number += 1
    time.sleep(0.01)
producer.flush(120)
producer.close()
over.set()
reader.join()
print(json.dumps({"acknowledged": acknowledged, "failed": failed[0], "read": read}))
