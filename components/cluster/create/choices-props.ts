import type { HostView } from '@/lib/contract/console/host'
import type { Creation } from './use-create'

/** Every part of the create page reads the form, its plan, and what this machine offers. */
export type ChoicesProps = { creation: Creation; host: HostView }
