import { inUnits, measureText } from '../settings/in-units.ts'
import type { Units } from '../settings/units.tsx'

/**
 * A fact's text in the units that were chosen: '30.2 °C' is '86.4 °F'. A range of temperatures ('…range')
 * has no zero point: 1.6 °C is 2.9 °F. Other texts stay.
 */
export function textInUnits(text: string, factId: string, units: Units): string {
  const [, digits, unit] = /^(−?[0-9.,]+) (°C|km\/h|hPa|m)$/.exec(text) ?? []
  if (units === 'metric' || digits === undefined || unit === undefined) return text
  const value = Number(digits.replaceAll(',', '').replace('−', '-'))
  if (Number.isNaN(value)) return text
  if (unit === 'km/h') return measureText(inUnits.speed(value, units))
  if (unit === 'hPa') return measureText(inUnits.pressure(value, units))
  if (unit === 'm') return measureText(inUnits.length(value, units))
  const measure = inUnits.temperature(value, units)
  return measureText(
    /\.range(?:Needed)?$/.test(factId) ? { ...measure, value: (value * 9) / 5 } : measure,
  )
}
