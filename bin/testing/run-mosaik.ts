import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Ended = { code: number | null; stdout: string; stderr: string }

const ENTRY = fileURLToPath(new URL('../mosaik.mjs', import.meta.url))

/** A command that hangs must fail its own test, not outlive it. */
const RUN_MS_MAX = 90_000

/** Runs a command as a user does, to its end. */
export function runMosaik(
  args: readonly string[],
  environment: Record<string, string | undefined>,
  input = '',
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment }
    const child = spawn(process.execPath, [ENTRY, ...args], { env, timeout: RUN_MS_MAX })
    const ended: Ended = { code: null, stdout: '', stderr: '' }
    child.stdout.on('data', (chunk: Buffer) => (ended.stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (ended.stderr += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...ended, code }))
    // A command that ends without reading its input closes the pipe; that is its right.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
