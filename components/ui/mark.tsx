/** Three columns are three zones, seven tiles make an M. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true" className={className ?? 'size-4'}>
      <path d="M0 0h4v4H0zM0 6h4v4H0zM0 12h4v4H0zM6 3h4v4H6zM12 0h4v4h-4zM12 6h4v4h-4zM12 12h4v4h-4z" />
    </svg>
  )
}
