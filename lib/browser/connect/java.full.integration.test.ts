import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { javaSnippet } from './java'

const run = promisify(execFile)

/** Maven fetches the client of the release, and the program is one that this Java compiles against it. */
test.each(['4.3.1', '2.8.2', '2.2.1', '1.1.1'])(
  'the Java program of %s compiles with what Maven brings',
  async (release) => {
    const folder = await mkdtemp(join(tmpdir(), 'mosaik-java-'))
    try {
      const facts = { clusterName: 'c', bootstrap: '127.0.0.1:9092', zookeeper: null, topic: 't', release }
      const parts = javaSnippet({ ...facts, topicExists: false, replicationFactor: 3 })
      for (const { file, code } of parts) if (file !== undefined) await writeFile(join(folder, file), code)
      const fetching = parts.find((part) => part.do === 'run')?.code.split('\n')[0] ?? ''
      await run('bash', ['-c', fetching], { cwd: folder })
      const compiled = await run('javac', ['-Xlint:all', '-cp', 'lib/*', 'PassMessage.java'], { cwd: folder })
      expect(compiled.stderr).not.toMatch(/PassMessage.java/)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
  180_000,
)
