import { linuxProcesses } from './linux-processes'
import type { ProcessTable } from './process-table'
import { psProcesses } from './ps-processes'

export const platformProcesses = (): ProcessTable =>
  process.platform === 'linux' ? linuxProcesses : psProcesses
