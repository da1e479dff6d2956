const ZONES = [0, 1, 2] as const

/** The zone map before anything is in it: three columns, a place for a broker and a controller in each. */
export function FirstRunFigure() {
  return (
    <svg
      viewBox="0 0 432 176"
      aria-hidden="true"
      className="w-full max-w-[432px] justify-self-center max-desk:hidden"
    >
      {ZONES.map((zone) => (
        <g key={zone} transform={`translate(${zone * 148} 0)`} fill="none" className="stroke-line-strong">
          <rect x="0.5" y="0.5" width="135" height="175" rx="6" className="stroke-line" />
          <rect x="12.5" y="14.5" width="48" height="7" rx="2" className="fill-track" stroke="none" />
          <rect x="12.5" y="34.5" width="111" height="84" rx="3" strokeDasharray="4 3" />
          <Cells />
          <rect x="12.5" y="132.5" width="111" height="29" rx="3" strokeDasharray="4 3" />
          <rect x="24" y="143" width="8" height="8" transform="rotate(45 28 147)" />
          <rect x="42" y="144" width="42" height="6" rx="2" className="fill-track" stroke="none" />
        </g>
      ))}
    </svg>
  )
}

function Cells() {
  return (
    <g className="fill-track" stroke="none">
      {Array.from({ length: 42 }, (_, cell) => (
        <rect
          key={cell}
          x={24 + (cell % 14) * 6.4}
          y={62 + Math.floor(cell / 14) * 6.4}
          width="4.4"
          height="4.4"
        />
      ))}
      <rect x="24" y="46" width="36" height="6" rx="2" />
      <rect x="24" y="92" width="56" height="6" rx="2" />
      <rect x="24" y="104" width="40" height="6" rx="2" />
    </g>
  )
}
