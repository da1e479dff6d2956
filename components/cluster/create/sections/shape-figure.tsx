/** A tile a broker, one column a zone. */
export function ShapeFigure({ zones }: { zones: 1 | 3 }) {
  return (
    <span aria-hidden="true" className="flex gap-0.5">
      {Array.from({ length: zones }, (_, zone) => (
        <i key={zone} className="size-[9px] rounded-1 bg-bar" />
      ))}
    </span>
  )
}
