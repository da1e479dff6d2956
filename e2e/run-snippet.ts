import { execFile, spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findTool } from '@/bin/kafka/tools.mjs'
import { readSettings, ROOT } from '@/bin/system/settings.mjs'
import { CLIENTS, type Client, type SnippetFacts } from '@/lib/browser/connect/snippet'
import { SNIPPETS } from '@/lib/browser/connect/snippets'
import type { Mosaik } from './fixtures'

/** The Python that has the client, by its whole path; empty if none has. */
const PYTHON = spawnSync('python3', ['-c', 'import sys, kafka; print(sys.executable)'], {
  encoding: 'utf8',
}).stdout.trim()

/** What this machine has of each client. Java has a test of its own: its client comes from Maven. */
const IS_HERE: Record<Client, boolean> = {
  kcat: spawnSync('kcat', ['-V']).status === 0,
  mosaik: true,
  scripts: true,
  java: false,
  python: PYTHON !== '',
  node: true,
}
export const CLIENTS_HERE = CLIENTS.filter((client) => IS_HERE[client])
export const CLIENTS_AWAY = CLIENTS.filter((client) => !IS_HERE[client] && client !== 'java')

/**
 * A snippet as a person copies it: its files saved and its commands typed in a folder of their own. Nothing is
 * fetched: what `install` would bring is there already. Returns all that it printed.
 */
export async function runSnippet(mosaik: Mosaik, client: Client, facts: SnippetFacts): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mosaik-snippet-'))
  let printed = ''
  try {
    await prepare(folder, client, facts.release)
    for (const part of SNIPPETS[client](facts)) {
      if (part.file !== undefined) await writeFile(join(folder, part.file), part.code)
      else if (part.do !== 'install') {
        const isOurs = part.do === 'createByMosaik' || client === 'mosaik'
        printed += await type(part.code, isOurs ? ROOT : folder, mosaik)
      }
    }
    return printed
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function type(command: string, cwd: string, { env }: Mosaik): Promise<string> {
  const running = promisify(execFile)('bash', ['-c', command], { cwd, env, timeout: 60_000 })
  const { stdout } = await running
  return stdout
}

/** What `install` leaves behind, and for Apache's scripts the folder of an unpacked Kafka. */
async function prepare(folder: string, client: Client, release: string): Promise<void> {
  if (client === 'node') await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  if (client === 'python') {
    await mkdir(join(folder, 'venv/bin'), { recursive: true })
    await script(join(folder, 'venv/bin/python'), PYTHON)
  }
  if (client === 'scripts') await writeScripts(folder, release)
}

/** Apache's scripts, as thin as can be: the same classes from the same jars, with the arguments they are given. */
async function writeScripts(folder: string, release: string): Promise<void> {
  const releases = join(readSettings(process.env).cache, 'kafka')
  const own = (await readdir(releases)).find((name) => name.startsWith(`${release}-`)) ?? release
  await mkdir(join(folder, 'bin'))
  for (const tool of ['topics', 'console-producer', 'console-consumer']) {
    const mainClass = findTool(tool, release)?.mainClass ?? ''
    await script(
      join(folder, `bin/kafka-${tool}.sh`),
      `java -Xmx256m -cp '${join(releases, own, 'jars')}/*' ${mainClass}`,
    )
  }
}

async function script(file: string, command: string): Promise<void> {
  await writeFile(file, `#!/bin/sh\nexec ${command} "$@"\n`)
  await chmod(file, 0o755)
}
