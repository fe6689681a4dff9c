import { useSettings } from '../use-settings.js'

export function Price({ euros }: { euros: number }) {
  const [{ language }] = useSettings()
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
  return <data value={euros}>{format.format(euros)}</data>
}
