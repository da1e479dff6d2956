import { createHmac, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { environment } from '../../env'

/** The secret of this installation, for receivers to check that a message is from it. Only its owner can read it. */
const secretFile = (): string => join(environment().home, 'webhook-secret')

async function secret(): Promise<string> {
  try {
    await writeFile(secretFile(), `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!isThere) throw error
  }
  return (await readFile(secretFile(), 'utf8')).trim()
}

/**
 * `t=<seconds>,v1=<hex>`: HMAC-SHA256 over `<seconds>.<body>`. The time is signed too, so that a receiver can refuse
 * a message that somebody recorded and sends again.
 */
export async function signatureOf(body: string, at: Date): Promise<string> {
  const seconds = Math.floor(at.getTime() / 1000)
  const code = createHmac('sha256', await secret())
    .update(`${seconds}.${body}`)
    .digest('hex')
  return `t=${seconds},v1=${code}`
}
