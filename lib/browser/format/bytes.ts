const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const

/** The largest unit in which the amount is at least one as it will be written: 1,023.6 KiB is 1 MiB. */
function unitIndex(bytes: number): number {
  const exponent = UNITS.findIndex((_, index) => Math.round(bytes / 1024 ** index) < 1024)
  return exponent === -1 ? UNITS.length - 1 : exponent
}

function inUnit(bytes: number, index: number): string {
  const value = bytes / 1024 ** index
  const digits = index === 0 || value >= 100 ? 0 : 1
  return value.toLocaleString('en', { minimumFractionDigits: 0, maximumFractionDigits: digits })
}

/** 41.2 GiB, 512 MiB. Digits and units are the same in every language here. */
export function formatBytes(bytes: number): string {
  const index = unitIndex(bytes)
  return `${inUnit(bytes, index)} ${UNITS[index] ?? ''}`
}

/** 41.2 / 64 GiB: both in the unit of the whole. */
export function formatShare(usedBytes: number, totalBytes: number): { used: string; total: string } {
  const index = unitIndex(totalBytes)
  return { used: inUnit(usedBytes, index), total: `${inUnit(totalBytes, index)} ${UNITS[index] ?? ''}` }
}
