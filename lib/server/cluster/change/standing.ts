import type { StoredCluster } from '../../engine/stored/stored-cluster'
import { lookOnce, type Looked } from './look-at-cluster'

/** A cluster as it stands, for all parts of one change: read once, and looked at once when the first of them asks. */
export type Standing = { stored: StoredCluster; look: () => Promise<Looked> }

export const standing = (stored: StoredCluster): Standing => ({ stored, look: lookOnce(stored) })
