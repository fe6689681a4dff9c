import type { Profile } from '../components/vessel-outline.js'

export type Glaze = 'cobalt' | 'celadon' | 'shino' | 'tenmoku' | 'ash' | 'honey'

type Text = Readonly<Record<'en' | 'de', string>>

export interface Piece {
  readonly slug: string
  readonly name: string
  readonly kind: Text
  readonly note: Text
  /** Euros. */
  readonly price: number
  readonly glaze: Glaze
  /** How far the glaze runs down: 0 at the rim, 1 at the foot. */
  readonly glazedTo: number
  /** Millimetres, from the rim to the foot. */
  readonly profile: Profile
  /** Millimetres from the rim where a handle begins and ends. */
  readonly handle?: readonly [from: number, to: number]
  /** Litres. */
  readonly capacity: number
}

export const pieces: readonly Piece[] = [
  {
    slug: 'heron',
    name: 'Heron',
    kind: { en: 'Bottle', de: 'Flasche' },
    note: {
      en: 'A tall bottle with a narrow throat. Cobalt over iron slip, so the shoulder goes nearly black where it thins. One stem is enough.',
      de: 'Eine hohe Flasche mit enger Kehle. Kobalt über Eisenengobe: wo die Glasur dünn wird, ist die Schulter fast schwarz. Ein Zweig genügt.',
    },
    price: 96,
    glaze: 'cobalt',
    glazedTo: 0.86,
    profile: [
      [21, 0],
      [17, 14],
      [16, 60],
      [19, 104],
      [44, 142],
      [62, 184],
      [64, 232],
      [54, 282],
      [46, 312],
    ],
    capacity: 1.2,
  },
  {
    slug: 'wren',
    name: 'Wren',
    kind: { en: 'Cup', de: 'Becher' },
    note: {
      en: 'Small enough for two hands around and one gulp of coffee. The thumb finds the dent that ours left in the wet clay.',
      de: 'So klein, dass zwei Hände herumpassen, für einen Schluck Kaffee. Der Daumen findet die Delle, die unserer im nassen Ton gelassen hat.',
    },
    price: 24,
    glaze: 'tenmoku',
    glazedTo: 0.78,
    profile: [
      [39, 0],
      [38, 18],
      [36, 42],
      [31, 62],
      [24, 72],
      [23, 76],
    ],
    capacity: 0.12,
  },
  {
    slug: 'full-moon',
    name: 'Full Moon',
    kind: { en: 'Jar', de: 'Kugelvase' },
    note: {
      en: 'Two bowls thrown apart and joined at the belly while both are still soft. No two moons are round in the same way.',
      de: 'Zwei Schalen, einzeln gedreht und am Bauch verbunden, solange beide weich sind. Kein Mond ist rund wie der andere.',
    },
    price: 180,
    glaze: 'shino',
    glazedTo: 0.93,
    profile: [
      [44, 0],
      [42, 12],
      [78, 34],
      [112, 82],
      [122, 132],
      [110, 186],
      [78, 232],
      [54, 252],
    ],
    capacity: 7,
  },
  {
    slug: 'plover',
    name: 'Plover',
    kind: { en: 'Jug', de: 'Krug' },
    note: {
      en: 'Pours without a drip, which took us four years. Ash from the neighbour’s apple trees, fired until it runs.',
      de: 'Gießt ohne zu tropfen; das hat vier Jahre gedauert. Asche von Nachbars Apfelbäumen, gebrannt, bis sie läuft.',
    },
    price: 78,
    glaze: 'ash',
    glazedTo: 0.7,
    profile: [
      [46, 0],
      [40, 22],
      [38, 52],
      [54, 96],
      [66, 140],
      [62, 184],
      [50, 208],
    ],
    handle: [22, 132],
    capacity: 1.5,
  },
  {
    slug: 'low-tide',
    name: 'Low Tide',
    kind: { en: 'Bowl', de: 'Schale' },
    note: {
      en: 'A wide bowl for soup, bread dough or keys. The glaze gathers in a green pool at the bottom of it.',
      de: 'Eine weite Schale für Suppe, Brotteig oder Schlüssel. Am Grund sammelt sich die Glasur zu einem grünen See.',
    },
    price: 64,
    glaze: 'celadon',
    glazedTo: 0.8,
    profile: [
      [132, 0],
      [124, 22],
      [104, 52],
      [72, 76],
      [48, 88],
      [44, 100],
    ],
    capacity: 2,
  },
  {
    slug: 'skep',
    name: 'Skep',
    kind: { en: 'Lidded jar', de: 'Deckeldose' },
    note: {
      en: 'For honey, sugar or letters. Lid and jar are turned as one and cut apart with a wire, so they fit each other and nothing else.',
      de: 'Für Honig, Zucker oder Briefe. Deckel und Dose sind in einem Zug gedreht und mit dem Draht getrennt: sie passen zueinander und zu nichts sonst.',
    },
    price: 88,
    glaze: 'honey',
    glazedTo: 0.82,
    profile: [
      [9, 0],
      [13, 10],
      [9, 22],
      [30, 32],
      [58, 56],
      [74, 92],
      [78, 130],
      [70, 164],
      [60, 178],
    ],
    capacity: 1,
  },
  {
    slug: 'reed',
    name: 'Reed',
    kind: { en: 'Tumbler', de: 'Tasse' },
    note: {
      en: 'A straight mug that stacks, with a handle for three fingers. The one we drink from ourselves.',
      de: 'Eine gerade Tasse, die sich stapeln lässt, mit einem Henkel für drei Finger. Aus ihr trinken wir selbst.',
    },
    price: 28,
    glaze: 'celadon',
    glazedTo: 0.74,
    profile: [
      [42, 0],
      [41, 30],
      [41, 66],
      [40, 90],
      [36, 100],
    ],
    handle: [18, 78],
    capacity: 0.32,
  },
  {
    slug: 'quill',
    name: 'Quill',
    kind: { en: 'Bud vase', de: 'Knospenvase' },
    note: {
      en: 'Holds one flower and a finger of water. Thrown from what is left on the wheel at the end of the day.',
      de: 'Hält eine Blume und einen Fingerbreit Wasser. Gedreht aus dem, was am Abend auf der Scheibe bleibt.',
    },
    price: 36,
    glaze: 'cobalt',
    glazedTo: 0.6,
    profile: [
      [15, 0],
      [11, 12],
      [11, 48],
      [26, 78],
      [40, 104],
      [36, 132],
      [26, 146],
    ],
    capacity: 0.15,
  },
]
