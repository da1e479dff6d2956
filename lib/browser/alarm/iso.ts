/** A time of CloudWatch, which are seconds. */
export const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()
