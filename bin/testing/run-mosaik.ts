import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Ended = { code: number | null; stdout: string; stderr: string }

const ENTRY = fileURLToPath(new URL('../mosaik.mjs', import.meta.url))

/** Runs a command as a user does, to its end. */
export function runMosaik(
  args: readonly string[],
  environment: Record<string, string | undefined>,
  input = '',
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { env: { ...process.env, ...environment } })
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
