import { conflict } from '../http/api-error'

/**
 * A cluster whose directories were driven by a newer database than this one (a restored backup) may be looked at but
 * not changed: what this database wants of it is out of date.
 */
export function refuseReadOnly({
  name,
  newerDirectoryEpoch,
}: {
  name: string
  newerDirectoryEpoch: number | null
}) {
  if (newerDirectoryEpoch === null) return
  throw conflict(
    `The cluster ${name} cannot be changed: its directories were last written by a newer state of Mosaik (epoch ${newerDirectoryEpoch}) than this database holds. Put the newer database back.`,
  )
}
