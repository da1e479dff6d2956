import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ReleaseFacts } from './catalogue'
import type { LocalSettings } from '../settings'

export type Java = {
  executable: string
  /** Feature version: 17 of 17.0.15. */
  feature: number
  version: string
  /** Names this very build: an archive made by another one is refused by the JVM. */
  build: string
  /** Which file the launcher was when it was asked: an upgrade replaces it, at the same path or at another. */
  file: string | null
}

export type JavaChoice = { java: Java } | { problem: string }

const run = promisify(execFile)

/** Asks a `java` what it is. Some 50 ms each, so callers keep the answer for the life of the process. */
async function askJava(executable: string): Promise<Java | null> {
  try {
    const { stderr } = await run(executable, ['-XshowSettings:properties', '-version'], { timeout: 20_000 })
    const java = readJavaProperties(executable, stderr)
    return java && { ...java, file: fileOf(java.executable) }
  } catch {
    return null
  }
}

export function readJavaProperties(asked: string, output: string): Omit<Java, 'file'> | null {
  const property = (name: string): string | null =>
    new RegExp(`^\\s*${name.replaceAll('.', '\\.')} = (.+)$`, 'm').exec(output)?.[1]?.trim() ?? null
  const version = property('java.version')
  const feature = Number(property('java.specification.version') ?? property('java.vm.specification.version'))
  if (!version || !Number.isInteger(feature)) return null
  const home = property('java.home')
  const build = [property('java.vm.vendor'), property('java.vm.version'), home].join(' ')
  // The home's own launcher: one on the PATH may be a shim that starts another program first.
  return { executable: home ? join(home, 'bin', 'java') : asked, feature, version, build }
}

/** False once Java was upgraded or removed underneath a Mosaik that runs. */
export const isSameJava = ({ executable, file }: Java): boolean => fileOf(executable) === file

function fileOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? null : `${stat.ino}/${stat.size}/${stat.mtimeMs}`
}

export async function findJavas(settings: LocalSettings): Promise<readonly Java[]> {
  const candidates =
    settings.javaHomes.length > 0 ? settings.javaHomes.map((home) => join(home, 'bin', 'java')) : ['java']
  const found = await Promise.all(candidates.map(askJava))
  return found.filter((java) => java !== null)
}

/** The first Java that runs the release, in the order the user named them. */
export function chooseJava({ release, java: range }: ReleaseFacts, javas: readonly Java[]): JavaChoice {
  const java = javas.find(({ feature }) => feature >= range.from && feature <= range.to)
  if (java) return { java }
  const wanted = `Kafka ${release} needs a Java from ${range.from} to ${range.to}`
  const seen = javas.map(({ version }) => version).join(', ')
  return {
    problem: seen
      ? `${wanted}, but found only ${seen}. Install one, or name its home in MOSAIK_JAVA_HOME.`
      : `${wanted}, but no java was found. Install one (Debian: apt install openjdk-17-jre-headless), or name its home in MOSAIK_JAVA_HOME.`,
  }
}
