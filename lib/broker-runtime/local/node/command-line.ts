import { formatEndpoint, type NodeSpecification } from '@/lib/domain/node'
import type { RunnableJars } from '../release/ready-release'
import { AGENT_CONFIG } from './agent-files'
import { EXPORTER_CONFIG, type Exporter } from './exporter-files'
import { configurationFile, loggingFlags, mainClass } from './node-files'
import { jvmFlags } from './jvm-flags'

export const ARGUMENT_FILE = 'java.args'

/** Everything after the marker on a node's command line, as it stands in its argument file. */
export function javaArguments(
  { role, jvm }: Pick<NodeSpecification, 'role' | 'jvm'>,
  jars: RunnableJars,
  feature: number,
  exporter: Exporter | null = null,
): readonly string[] {
  return [
    ...jvmFlags(jvm, { feature, archive: jars.archive }),
    ...loggingFlags(jars.logging),
    ...(role === 'zookeeper' ? ['-Dzookeeper.jmx.log4j.disable=true'] : ['-Dzookeeper.sasl.client=false']),
    ...(jars.agent ? [`-javaagent:${jars.agent}=config=${AGENT_CONFIG}`] : []),
    ...(exporter
      ? [`-javaagent:${exporter.jar}=${formatEndpoint(exporter.endpoint)}:${EXPORTER_CONFIG}`]
      : []),
    '-cp',
    jars.classPath.join(':'),
    mainClass(role),
    `./${configurationFile(role)}`,
  ]
}

/** The launcher's own syntax: one argument a line, quoted, backslashes doubled. */
export const argumentFileText = (lines: readonly string[]): string =>
  lines.map((line) => `"${line.replace(/["\\]/g, String.raw`\$&`)}"\n`).join('')

/**
 * The environment of a node: little, and nothing of ours. JAVA_TOOL_OPTIONS and its kin change flags behind our back
 * and print to stderr; credentials of whoever started the console are no business of a broker.
 */
export function nodeEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR']
  return {
    ...Object.fromEntries(kept.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]]))),
    // glibc gives each thread an arena of its own; a broker has sixty threads and needs two.
    MALLOC_ARENA_MAX: '2',
    NODE_ENV: 'production',
  }
}
