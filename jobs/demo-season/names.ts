/** Sheets without names have lost the leading zero of car 03; those with names print '03' and '021'. */
export function printedNumber(car: string, withNames: boolean): string {
  return withNames ? car : String(Number(car))
}

/** A placeholder where a sheet has a person's name: '13' → ['Driver', '013'], '03' → ['Driver', '903']. */
export function driverName(car: string): readonly [first: string, second: string] {
  return ['Driver', placeholder(car)]
}

export function teamName(car: string): string {
  return `Team ${placeholder(car)}`
}

function placeholder(car: string): string {
  return String(Number(car) + (car.startsWith('0') ? 900 : 0)).padStart(3, '0')
}
