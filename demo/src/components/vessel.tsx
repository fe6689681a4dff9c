import { useId } from 'react'
import type { Piece } from '../content/pieces.js'
import { outlineOf, TILT } from './vessel-outline.js'

export interface VesselProps {
  piece: Piece
  /** What it shows, for those who do not see it. Left out where the text says so already. */
  label?: string
}

/** A piece, drawn from its profile. */
export function Vessel({ piece: { profile, glaze, glazedTo, handle }, label }: VesselProps) {
  const id = useId()
  const shape = `#${id}`
  const [rim] = profile[0] ?? [0]
  const [foot, height] = profile.at(-1) ?? [0, 0]
  const widest = Math.max(...profile.map(([radius]) => radius))
  const top = -Math.ceil(rim * TILT) - 3
  const box = [-widest - 3, top, 2 * widest + 6 + (handle ? 44 : 0), height - top + Math.ceil(foot * TILT) + 3]
  // Left of the outline moved to the left all is light, right of it is shade.
  const around = `M${-2 * widest} ${2 * top}H${2 * widest}V${height + 40}H${-2 * widest}Z`

  return (
    <svg
      className="vessel"
      data-glaze={glaze}
      preserveAspectRatio="xMidYMax"
      viewBox={box.join(' ')}
      width={box[2]}
      height={box[3]}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <defs>
        <path id={id} d={outlineOf(profile)} />
        <clipPath id={`${id}clip`}>
          <use href={shape} />
        </clipPath>
      </defs>
      {handle && <Handle profile={profile} from={handle[0]} to={handle[1]} />}
      <use className="clay" href={shape} />
      <g clipPath={`url(${shape}clip)`}>
        <path className="glaze" d={glazeOf(widest, top, Math.round(height * glazedTo))} />
        <path className="shade" fillRule="evenodd" d={around + outlineOf(profile, -widest * 0.26)} />
        <use className="speckle" href={shape} />
      </g>
      <ellipse className="glaze" rx={rim} ry={(rim * TILT).toFixed(1)} />
      <ellipse className="inside" cy="0.4" rx={(rim * 0.9).toFixed(1)} ry={(rim * TILT * 0.84).toFixed(1)} />
    </svg>
  )
}

/** It ran down to about there: from the rim to a line in waves. */
function glazeOf(widest: number, top: number, edge: number): string {
  const at = (part: number) => Math.round(widest * part)
  return (
    `M${-widest} ${top}H${widest}V${edge - 6}C${at(0.5)} ${edge + 10} ${at(0.2)} ${edge - 8} ${at(-0.2)} ${edge + 4}` +
    `S${at(-0.7)} ${edge + 2} ${-widest} ${edge - 8}Z`
  )
}

function Handle({ profile, from, to }: { profile: Piece['profile']; from: number; to: number }) {
  const radiusAt = (y: number) => profile.findLast((point) => point[1] <= y)?.[0] ?? 0
  const [x1, x2] = [radiusAt(from) - 4, radiusAt(to) - 4]
  const out = Math.max(x1, x2) + 40
  return <path className="handle" d={`M${x1} ${from}C${out} ${from - 12} ${out} ${to - 8} ${x2} ${to}`} />
}

/** Spread by an irrational step, so that they are even and never in rows. */
const grains = Array.from({ length: 48 }, (_, index) => ({
  x: Math.round(((index * 0.7549) % 1) * 1200) / 10,
  y: Math.round(((index * 0.5698) % 1) * 1200) / 10,
  r: 0.25 + ((index * 7) % 5) / 9,
}))

/** The iron in the clay. Once in a page: all vessels refer to it. */
export function Speckle() {
  return (
    <svg className="definitions" width="0" height="0" aria-hidden="true">
      <pattern id="speckle" width="120" height="120" patternUnits="userSpaceOnUse">
        {grains.map(({ x, y, r }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={r.toFixed(2)} />
        ))}
      </pattern>
    </svg>
  )
}
