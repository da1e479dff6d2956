import pino, { type Logger } from 'pino'

/**
 * The process's own log: one JSON object a line on stderr, so that stdout stays for what a person reads. Secrets are
 * cut out by name wherever they turn up; still, never log a whole request or specification.
 */
const SECRET_NAMES = ['password', 'secret', 'authorization', 'token', 'privateKey', 'credentials']

export type { Logger }

export const log: Logger = pino(
  {
    level: process.env.VITEST ? 'silent' : 'info',
    base: null,
    // Without this an error under its usual name is written without its message and its trace.
    serializers: { error: pino.stdSerializers.err },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[cut out]',
    },
  },
  pino.destination({ dest: 2, sync: true }),
)
