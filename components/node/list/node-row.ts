import type { NodeListing } from '@/lib/contract/console/nodes'

/** A node as a row of the table, with what the page adds. */
export type NodeRow = NodeListing & { clusterId: string; zoneName: string; volumeSizeGiB: number | null }
