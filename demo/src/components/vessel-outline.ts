type Point = readonly [x: number, y: number]

/** A vessel from its rim to its foot: the radius at each height, in millimetres from the rim downwards. */
export type Profile = readonly (readonly [radius: number, y: number])[]

/** How much of a circle we see from where we stand: the flatness of rims and feet. */
export const TILT = 0.13

/** The outline of a turned vessel as the path of an SVG: the profile on the right, and its mirror image. */
export function outlineOf(profile: Profile, shift = 0): string {
  const [foot] = profile.at(-1) ?? [0]
  const right = profile.map(([radius, y]): Point => [shift + radius, y])
  const left = profile.map(([radius, y]): Point => [shift - radius, y]).reverse()
  return `M${curveThrough(right)}A${foot} ${round(foot * TILT)} 0 0 1 ${curveThrough(left)}Z`
}

/** A smooth line through points, as Bézier curves whose tangents run along the neighbours (Catmull and Rom, 1974). */
function curveThrough(points: readonly Point[]): string {
  const curves = points.slice(1).map((to, index) => {
    const from = points[index] ?? to
    const before = points[index - 1] ?? from
    const after = points[index + 2] ?? to
    const leave = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const arrive = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    return `C${[...leave, ...arrive, ...to].map(round).join(' ')}`
  })
  return [...points.slice(0, 1).map((point) => point.map(round).join(' ')), ...curves].join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
