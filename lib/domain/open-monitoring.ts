import { z } from 'zod'

/**
 * What Prometheus may scrape from every node of a cluster, as on MSK: the JMX exporter inside the node at its port
 * 11001, figures of the host at 11002.
 */
export const openMonitoringSchema = z.object({ jmxExporter: z.boolean(), nodeExporter: z.boolean() })
export type OpenMonitoring = z.infer<typeof openMonitoringSchema>

export const exporterPorts = (chosen: OpenMonitoring): readonly (keyof OpenMonitoring)[] =>
  EXPORTERS.flatMap(({ exporter }) => (chosen[exporter] ? [exporter] : []))

export const NO_OPEN_MONITORING: OpenMonitoring = { jmxExporter: false, nodeExporter: false }

/** The exporters with the names that MSK's own guide gives their scrape jobs. */
export const EXPORTERS = [
  { exporter: 'jmxExporter', job: 'jmx' },
  { exporter: 'nodeExporter', job: 'node' },
] as const satisfies readonly { exporter: keyof OpenMonitoring; job: string }[]

/** What nodes cannot start without, beside their release. */
export const releaseExtras = ({
  openMonitoring,
}: {
  openMonitoring?: OpenMonitoring | undefined
}): Pick<OpenMonitoring, 'jmxExporter'> => ({ jmxExporter: openMonitoring?.jmxExporter === true })
