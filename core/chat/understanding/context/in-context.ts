import type { Scope } from '#core/protocol/chat/scope.ts'

/** "First half only", "and the second?": of the race. */
export function inHalves(text: string, before: string | undefined): string {
  const [, part] = /\b(?:first|second|last) (half|third)\b/.exec(before ?? '') ?? []
  return part === undefined
    ? text
    : text.replace(
        /^((?:and |what about |how about |now |then |in |the )*)(first|second|last)(?: one)?(?=[?!. ]*$)/,
        `$1$2 ${part}`,
      )
}

/** "And 14 as well": left out like those before. */
const more =
  /^(?:and |also |plus )+(?:without |leave out )?(?:lap )?(?<lap>\d{1,3})(?: (?:as well|too|also))*[?!. ]*$/

/** "How much quicker than my average was that?" */
const besideFigure =
  /\b((?:average|mean|median|ideal|best|worst)(?: lap)? (?:was|is) )(?:that|it)\b/
/** "And the one before?" after a race is the other one of its track. */
const raceBefore =
  /^((?:and |so |what about |how about |who won )*)(?:the )?(?:one|race) before(?: (?:that|it|this))?(?=[?!. ]*$)/
/** "Am I consistent?", "who's the best at it?": by the same figure. */
const whoBest =
  /^(?:and |so |ok |but )*(?:who|which car)(?:'s| is| was| has| had)? (?:the )?(?:very )?(?:best|top|better|tops)(?: (?:one|at (?:it|that|this)|in (?:it|that|this)|on (?:it|that)|for that|by that))?(?: then| here| of all| overall)?[?!. ]*$/
const bestBy: Readonly<Record<string, string>> = {
  consistency: 'who was the steadiest',
  spread: 'who was the steadiest',
  'lap-std': 'who had the lowest standard deviation',
  'mean-lap': 'who had the best average',
  'median-lap': 'who had the best median',
  'ideal-lap': 'who had the best ideal lap',
  pace: 'who had the best pace',
  'best-lap': 'who had the fastest lap',
  'top-speed': 'who had the highest top speed',
}
const tellsLap: Readonly<Record<string, string>> = {
  'best-lap': 'my best lap',
  'worst-lap': 'my worst lap',
}

/** "And the third?" after a section is the third section, "the one before" after a lap the lap before it. */
export function inContext(said: string, previous: Partial<Scope> | undefined): string {
  const best = previous?.intents?.flatMap((id) => bestBy[id] ?? [])[0]
  if (best !== undefined && whoBest.test(said)) return best
  const lap = previous?.intents?.flatMap((id) => tellsLap[id] ?? [])[0]
  const text = lap === undefined ? said : said.replace(besideFigure, `$1${lap}`)
  const without = previous?.filter?.without
  if (without !== undefined && more.test(text))
    return text.replace(more, `without laps ${[...without].join(', ')} and $<lap>`)
  if (/\bhalf of it\b/.test(text) && previous?.lap === undefined)
    return text.replace(/\bhalf of it\b/, 'half of that section')
  if (previous?.laps !== undefined) return namingLaps(text, previous.laps)
  if (previous?.lap !== undefined && previous.section === undefined)
    return text
      .replace(/\b(?:because of|due to|thanks to) (?:it|that)\b/, `on lap ${previous.lap}`)
      .replace(
        /^((?:and |but |so )*(?:was|were|where|what|who|did|had|how|why)\b.*) (?:then|at that (?:point|time|moment))(?=[?!. ]*$)/,
        `$1 on lap ${previous.lap}`,
      )
      .replace(/\b(?:the )?one before(?: (?:that|it|this))?(?=[?!. ]*$)/, 'the lap before')
      .replace(
        /\b(?:the )?(?:next one|one after(?: (?:that|it|this))?)(?=[?!. ]*$)/,
        'the lap after',
      )
  if (previous?.section === undefined)
    return previous?.raceId === undefined ? text : text.replace(raceBefore, '$1the other race')
  return text
    .replace(
      /^((?:and |what about |how about |in |so )*the )(first|second|third|middle|last)(?: one)?(?=[?!. ]*$)/,
      '$1$2 section',
    )
    .replace(/^((?:and |what about |how about |in |for |so )+)([123])(?=[?!. ]*$)/, '$1section $2')
}

/** Laps 6 and 9 compared, "why was 9 slower?": no car. */
function namingLaps(text: string, laps: readonly number[]): string {
  return text.replaceAll(
    /(?<!\b(?:laps?|car|number|race|section|turn|and|p|top) |[\d.:#-])\b\d{1,2}\b(?![\d.:%-]|(?:st|nd|rd|th)\b)/g,
    (number) => (laps.includes(Number(number)) ? `lap ${number}` : number),
  )
}
