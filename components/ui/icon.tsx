import { clsx } from 'clsx'

/** Drawn on a 16 px grid with a 1.5 px line, like the state icons, so that both sit in one row without a seam. */
const PATHS = {
  alarms: 'M4 11V7a4 4 0 0 1 8 0v4l1.5 1.5h-11zM6.75 14.25h2.5M8 1.5V3',
  add: 'M8 3v10M3 8h10',
  alert: 'M8 1.2 14.8 8 8 14.8 1.2 8zM8 5.4v3M8 10.7v.1',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  check: 'M3 8.4 6.4 11.8 13 4.6',
  chevron: 'M4 6.5 8 10.5l4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  clusters: 'M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z',
  dots: 'M3 8h.01M8 8h.01M13 8h.01',
  configurations: 'M2 4.75h6.5M12 4.75h2M8.5 3v3.5H12V3zM2 11.25h2M7.5 11.25H14M4 9.5V13h3.5V9.5z',
  copy: 'M6.75 5.25h5.5a1.5 1.5 0 0 1 1.5 1.5v5.5a1.5 1.5 0 0 1-1.5 1.5h-5.5a1.5 1.5 0 0 1-1.5-1.5v-5.5a1.5 1.5 0 0 1 1.5-1.5zM10.5 2.25H3.75a1.5 1.5 0 0 0-1.5 1.5v6.75',
  download: 'M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10',
  forward: 'M6 3.5 10.5 8 6 12.5',
  help: 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0zM6.3 6.4a1.7 1.7 0 1 1 2.4 1.6c-.5.3-.7.6-.7 1.1M8 11.2v.1',
  language:
    'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0zM1.75 8h12.5M8 1.75c4 3.6 4 8.9 0 12.5M8 1.75c-4 3.6-4 8.9 0 12.5',
  lock: 'M4 7.25h8v6H4zM5.75 7.25V5a2.25 2.25 0 0 1 4.5 0v2.25',
  log: 'M3 2.5h10v11H3zM5.5 6h5M5.5 9h5',
  menu: 'M2 4.5h12M2 8h12M2 11.5h12',
  operations: 'M2.5 4h5M2.5 8h8M6.5 12h7',
  network: 'M8 2v4M8 6H3.5v3M8 6h4.5v3M2 9h3v3H2zM11 9h3v3h-3zM8 6v3M6.5 9h3v3h-3z',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5 14 14',
  sortDown: 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
  sortUp: 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
  theme: 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0zM8 1.75v12.5A6.25 6.25 0 0 0 8 1.75z',
} as const

export type IconName = keyof typeof PATHS

const WIDTHS: Partial<Record<IconName, number>> = { check: 1.8, dots: 2.2 }

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth={WIDTHS[name] ?? 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={clsx('inline-block flex-none', className ?? 'size-3.5')}
    >
      <path d={PATHS[name]} />
      {name === 'theme' ? <path d="M8 1.75v12.5A6.25 6.25 0 0 0 8 1.75z" fill="currentColor" /> : null}
    </svg>
  )
}
