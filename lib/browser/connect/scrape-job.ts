/** What makes Prometheus find a cluster's nodes: one job of its `scrape_configs`. */
export const scrapeJob = (origin: string, clusterName: string): string =>
  [
    'scrape_configs:',
    '  - job_name: mosaik',
    '    http_sd_configs:',
    `      - url: ${origin}/prometheus/targets?cluster=${encodeURIComponent(clusterName)}`,
  ].join('\n')
