import { DIMENSION_NAMES, type Dimensions } from '@/lib/domain/metrics/series'

/** The dimensions besides the cluster, in CloudWatch’s names. */
export const targetKey = (dimensions: Dimensions): string =>
  DIMENSION_NAMES.filter((name) => name !== 'Cluster Name' && dimensions[name] !== undefined)
    .map((name) => `${name} ${dimensions[name]}`)
    .join(', ')
