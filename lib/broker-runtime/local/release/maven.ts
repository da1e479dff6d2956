import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'

/** Maven ended without the jars; the message is Maven's own sentence. */
export class MavenFailed extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MavenFailed'
  }
}

/** Fixed, so that an old system Maven does not choose a plugin from 2014. */
const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'
const MAVEN_MINUTES_MAX = 15

const NOT_INSTALLED =
  'Maven is not installed: no `mvn` on the PATH. Install it (Debian: apt install maven, macOS: brew install maven), or set MOSAIK_KAFKA_DIST to a folder with unpacked Kafka releases.'

/** Copies the runtime jars of a pom into a folder. `onJar` hears the name of each jar as it arrives. */
export async function copyDependencies(
  pomFile: string,
  into: string,
  onJar: (jar: string) => void,
): Promise<void> {
  const goals = [COPY_DEPENDENCIES, '-DincludeScope=runtime', `-DoutputDirectory=${into}`]
  const maven = spawn('mvn', ['-B', '-f', pomFile, ...goals], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MAVEN_MINUTES_MAX * 60_000,
  })
  const errors: string[] = []
  const readLine = (line: string): void => {
    const jar = arrivedJar(line)
    if (jar) onJar(jar)
    if (line.includes('[ERROR]') && errors.length < 50) errors.push(line)
  }
  createInterface({ input: maven.stdout }).on('line', readLine)
  createInterface({ input: maven.stderr }).on('line', readLine)
  await new Promise<void>((resolve, reject) => {
    maven.once('error', (error) => reject(new MavenFailed(startProblem(error))))
    maven.once('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new MavenFailed(failureSentence(errors) ?? `Maven ended with ${signal ?? `code ${code}`}.`))
    })
  })
}

const startProblem = (error: Error): string =>
  'code' in error && error.code === 'ENOENT' ? NOT_INSTALLED : `Maven could not be started: ${error.message}`

/** The jar a line of Maven's output says it has downloaded or copied. */
export function arrivedJar(line: string): string | null {
  const match = /(?:Downloaded from \S+: \S*\/|Copying )([^/\s]+\.jar)\b/.exec(line)
  return match?.[1] ?? null
}

/** Maven says what went wrong in its first error line; the others explain how to ask for more. */
export function failureSentence(lines: readonly string[]): string | null {
  for (const line of lines) {
    const text = stripVTControlCharacters(line)
      .replace(/^.*?\[ERROR\]\s*/, '')
      .trim()
    if (text) return text.replace(/\s*->\s*\[Help \d+\]$/, '')
  }
  return null
}
