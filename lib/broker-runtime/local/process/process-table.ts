import type { HostSample } from '@/lib/domain/metrics/host-figures'

/** A process as the platform shows it. */
export type ProcessSeen = {
  pid: number
  /** Start time in the platform's own words; with the pid it names one process for ever. */
  startTicks: string
  /** Empty while the process is dying: the kernel has taken its memory, not yet its sockets and locks. */
  commandLine: string
  /** Suspended by a signal (SIGSTOP). One that a debugger holds is not: somebody looks into it. */
  isFrozen: boolean
}

/** What a process has taken since it started; null is what the platform does not tell. */
export type ProcessUsage = Pick<HostSample, 'takenMs' | 'cpu' | 'memory' | 'io' | 'openFiles'>

/** The platform's list of processes. Two exist: /proc on Linux, `ps` elsewhere. */
export interface ProcessTable {
  /** Those of the asked pids that live or are still dying. A zombie, which only waits for its parent, does not. */
  look(pids: readonly number[]): Promise<ReadonlyMap<number, ProcessSeen>>
  /** All processes whose command line contains the text. Slower than `look`. */
  find(text: string): Promise<readonly ProcessSeen[]>
  /** Memory of a process with shared pages divided among their users; null where the platform does not tell. */
  pssBytes(pid: number): Promise<number | null>
  usage(pid: number): Promise<ProcessUsage>
}
