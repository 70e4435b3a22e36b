const asked = 'did|could|can|should|would|will|was|had'

/** In order: the verb first, then whose it is, then who. */
const changes: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(${asked}) i\\b`, 'gi'), '$1 CAR'],
  [/\b(?:do|have) i\b/gi, 'does CAR'],
  [/\b(?:am|were) i\b/gi, 'is CAR'],
  [/\bi(?: a|')m\b/gi, 'CAR is'],
  [/\bi(?: ha|')ve\b/gi, 'CAR has'],
  [/\bi\b/gi, 'CAR'],
  [/\b(?:my|mine)\b/gi, "CAR's"],
  [/\b(?:me|myself)\b/gi, 'CAR'],
]

/**
 * What a driver asks of the own car, as an engineer asks it of a car: "where do I lose time" as "where does CAR lose time".
 * Undefined where it is not of the driver alone.
 */
export function saidOfCar(phrasing: string): string | undefined {
  if (/\b(?:CARS?|RIVAL|TOP|POSITION|BARE)\b/.test(phrasing)) return undefined
  const said = changes.reduce((text, [from, to]) => text.replaceAll(from, to), phrasing)
  return said === phrasing ? undefined : said
}
