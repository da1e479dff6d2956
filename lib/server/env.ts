import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { DEFAULT_ACCOUNT } from '@/lib/domain/arn'
import { DEFAULT_NETWORK, parseNetwork } from '@/lib/domain/network'

/**
 * The environment, read at the moment it is asked for: everything Mosaik can be told from outside is in this file.
 * An empty variable counts as unset, as in the shell's `${NAME:-default}`.
 */

export const DRIVERS = ['local', 'fake'] as const
export type Driver = (typeof DRIVERS)[number]

export class EnvironmentProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'EnvironmentProblem'
  }
}

const LOOPBACK = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|localhost)$/

const list = (separator: string) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535, { error: 'PORT is a number up to 65535.' }).default(3000),
  HOST: z.string().regex(LOOPBACK, { error: sentenceAboutHost }).default('127.0.0.1'),
  MOSAIK_HOME: z.string().default(defaultHome),
  MOSAIK_NETWORK: z.string().superRefine(refuseForeignNetwork).default(DEFAULT_NETWORK),
  MOSAIK_ADVERTISED_HOST: z.string().nullable().default(null),
  MOSAIK_ALLOWED_HOSTS: list(','),
  MOSAIK_ACCOUNT: z
    .string()
    .regex(/^\d{12}$/, { error: 'MOSAIK_ACCOUNT is an AWS account number: twelve digits.' })
    .default(DEFAULT_ACCOUNT),
  MOSAIK_KAFKA_DIST: z.string().nullable().default(null),
  MOSAIK_JAVA_HOME: list(':'),
  MOSAIK_DRIVER: z.enum(DRIVERS, { error: 'MOSAIK_DRIVER is local or fake.' }).default('local'),
  MOSAIK_METRICS_MIB: z
    .string()
    .regex(/^[1-9]\d{1,6}$/, { error: 'MOSAIK_METRICS_MIB is a whole number of MiB, from 10 on.' })
    .default('512')
    .transform(Number),
  MOSAIK_METRICS_THREAD: z.string().default(metricsThreadHere),
  DATABASE_URL: z.string().nullable().default(null),
})

export type Environment = {
  port: number
  host: string
  /** Everything Mosaik keeps is below this folder. */
  home: string
  network: string
  advertisedHost: string | null
  allowedHosts: readonly string[]
  account: string
  kafkaDist: string | null
  javaHomes: readonly string[]
  driver: Driver
  /** What the metrics of one cluster may take in the file. */
  metricsBytesMax: number
  /** The compiled thread of the store of metrics; whoever starts the process names it. */
  metricsThread: string
  databaseUrl: string
}

export function environment(source: NodeJS.ProcessEnv = process.env): Environment {
  const named = Object.entries(source).filter(([, value]) => value !== undefined && value !== '')
  const parsed = environmentSchema.safeParse(Object.fromEntries(named))
  if (!parsed.success) {
    throw new EnvironmentProblem(parsed.error.issues.map((issue) => issue.message).join(' '))
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    home: data.MOSAIK_HOME,
    network: data.MOSAIK_NETWORK,
    advertisedHost: data.MOSAIK_ADVERTISED_HOST,
    allowedHosts: data.MOSAIK_ALLOWED_HOSTS,
    account: data.MOSAIK_ACCOUNT,
    kafkaDist: data.MOSAIK_KAFKA_DIST,
    javaHomes: data.MOSAIK_JAVA_HOME,
    driver: data.MOSAIK_DRIVER,
    metricsBytesMax: data.MOSAIK_METRICS_MIB * 1024 ** 2,
    metricsThread: data.MOSAIK_METRICS_THREAD,
    databaseUrl: data.DATABASE_URL ?? `file:${join(data.MOSAIK_HOME, 'mosaik.db')}`,
  }
}

function defaultHome(): string {
  const state = process.env.XDG_STATE_HOME
  return join(state ? state : join(homedir(), '.local', 'state'), 'mosaik')
}

/** Tests run in the clone, and compile it there before they start. */
function metricsThreadHere(): string {
  return join(process.cwd(), '.cache/metrics/thread.mjs')
}

function sentenceAboutHost(): string {
  return 'HOST is an address beyond this machine. Mosaik has no sign-in yet, so it listens on loopback only: leave HOST out or set 127.0.0.1.'
}

function refuseForeignNetwork(network: string, context: z.RefinementCtx): void {
  try {
    parseNetwork(network)
  } catch (error) {
    context.addIssue({ code: 'custom', message: `MOSAIK_NETWORK: ${String(error)}` })
  }
}
