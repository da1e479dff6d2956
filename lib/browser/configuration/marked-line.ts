/** Something to be said beside a line of a text. Lines count from 1. */
export type MarkedLine = { line: number; severity: 'error' | 'warning'; message: string }
