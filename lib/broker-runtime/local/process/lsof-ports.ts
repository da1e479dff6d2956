import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { PortHolder } from '../../runtime'

const run = promisify(execFile)

/** The same question on platforms without /proc. */
export async function findPortHoldersByLsof(
  endpoints: readonly { host: string; port: number }[],
): Promise<readonly PortHolder[]> {
  const listeners = await run('lsof', ['-nP', '-iTCP', '-sTCP:LISTEN', '-Fpcn'], { timeout: 10_000 })
    .then(({ stdout }) => parseLsof(stdout))
    .catch(() => [])
  return endpoints.flatMap(({ host, port }) => {
    const holder = listeners.find((each) => each.port === port && collides(host, each.host))
    return holder ? [{ ...holder, host, port }] : []
  })
}

const collides = (wanted: string, held: string): boolean =>
  wanted === held || held === '*' || wanted === '0.0.0.0'

/** One field a line, the first letter says which: p = pid, c = command, n = address. */
export function parseLsof(output: string): readonly PortHolder[] {
  let pid: number | null = null
  let command: string | null = null
  const holders: PortHolder[] = []
  for (const line of output.split('\n')) {
    const [field, value] = [line.charAt(0), line.slice(1)]
    if (field === 'p') pid = Number(value)
    else if (field === 'c') command = value
    else if (field === 'n') {
      const at = value.lastIndexOf(':')
      holders.push({ host: value.slice(0, at), port: Number(value.slice(at + 1)), pid, command })
    }
  }
  return holders
}
