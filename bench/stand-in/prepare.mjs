// @ts-check
import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../bin/system/settings.mjs'

const RELEASE = '4.3.1'

/**
 * A folder with a `java` that is the stand-in, and the environment that makes Mosaik run it.
 *
 * @returns {Promise<{ environment: Record<string, string>, remove: () => Promise<void> }>}
 */
export async function prepareStandIn() {
  const bundle = join(ROOT, '.cache/bench/stand-in.mjs')
  const made = spawnSync(
    process.execPath,
    [join(ROOT, 'bin/bundle/bundle.mjs'), 'bench/stand-in/broker.ts', bundle],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(`The stand-in could not be bundled: ${made.stderr}`)
  const root = await mkdtemp(join(tmpdir(), 'mosaik-stand-in-'))
  const java = join(root, 'jdk/bin/java')
  const libs = join(root, `dist/kafka_2.13-${RELEASE}/libs`)
  await mkdir(join(root, 'jdk/bin'), { recursive: true })
  await mkdir(libs, { recursive: true })
  await writeFile(java, javaText(bundle))
  await chmod(java, 0o755)
  // A release is known by its own jar.
  await writeFile(join(libs, `kafka_2.13-${RELEASE}.jar`), '')
  return {
    environment: {
      MOSAIK_JAVA_HOME: join(root, 'jdk'),
      MOSAIK_KAFKA_DIST: join(root, 'dist'),
      MOSAIK_ARCHIVE: 'off',
      XDG_CACHE_HOME: join(root, 'cache'),
    },
    remove: () => rm(root, { recursive: true, force: true }),
  }
}

/** Says what a Java says of itself, formats as Kafka's tool does, and else is a node. @param {string} bundle */
const javaText = (bundle) => `#!${process.execPath}
const { mkdirSync, writeFileSync } = require('node:fs')
const args = process.argv.slice(2)
if (args.includes('-version')) {
  console.error('openjdk version "17.0.0"\\n    java.home = ' + require('node:path').dirname(__dirname))
  console.error('    java.specification.version = 17\\n    java.version = 17.0.0\\n    java.vm.version = stand-in')
} else if (args.includes('kafka.tools.StorageTool')) {
  mkdirSync('data', { recursive: true })
  writeFileSync('data/bootstrap.checkpoint', 'a checkpoint')
} else import(${JSON.stringify(bundle)})
`
