const cars = '(?:cars|drivers|guys|boys|girls|kids|lads|lot|two|three|four|five)'
const ofOwn = new RegExp(
  `\\b(?<by>of|out of|between|among|amongst|for) (?:all )?(?:of )?(?:them|those|these|mine|ours|(?:my|our|the|these|those) ${cars})\\b`,
)
const others = /\bthe other(?:s| (?:two|three|four|one|ones|cars?|drivers?))\b/
const asksOfCars = /\b(?:who|whose|whom|which (?:car|driver|one)|cars?|drivers?)\b/

/** "Who is the steadiest of them?", "and the other two?": of the cars that a coach called his own. */
export function namingOwn(
  text: string,
  several: readonly string[] | undefined,
  last: string | undefined,
): string {
  if (several === undefined) return text
  if (asksOfCars.test(text) && ofOwn.test(text))
    return text.replace(ofOwn, `$<by> ${named(several)}`)
  const rest = several.filter((car) => car !== last)
  const isOne = last !== undefined && rest.length === several.length - 1
  return isOne ? text.replace(others, named(rest)) : text
}

function named(numbers: readonly string[]): string {
  return numbers.length === 1
    ? `car ${numbers.join('')}`
    : `cars ${numbers.slice(0, -1).join(', ')} and ${numbers.slice(-1).join('')}`
}
