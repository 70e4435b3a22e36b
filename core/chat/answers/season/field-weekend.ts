import { raceCited } from '#core/composer/cited-names.ts'
import type { CoachedRace } from '#core/composer/coached-car.ts'
import type { RaceId } from '#core/domain/ids.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { Ask } from '../../draft.ts'
import { drafted } from '../car-answer.ts'
import { endAsked } from '../race/field-end.ts'

/** "Was race 2 quicker than race 1?": said of the races. */
export const asksOfRace =
  /^(?:and |so |but )*(?:why |how much )?(?:(?:quicker|faster|slower) )?(?:was|is|were) (?:the )?(?:race (?:1|2|one|two)|r[12]|(?:first|second) race|(?:saturday|sunday)(?:'s)?(?: race)?)(?: \w+)? (?:quicker|faster|slower)\b|\b(?:which|what) race was (?:the )?(?:quick|fast|slow)er\b/i

/** By how the second race went beside the first: "was race 1 slower?" turns it round twice. */
function isSo(text: string, shiftMs: number): boolean {
  const [subject = text] = text.split(/\bthan\b/i)
  const isEarlier = /\b(?:race (?:1|one)|r1|first|saturday)\b/i.test(subject)
  return (shiftMs < 0 !== isEarlier) === !/\bslower\b/i.test(text)
}

const wantsLosers = /\b(?:lost|lose|worse|worst|backwards?|slower|dropp\w*|fell)\b/i

/** Which cars moved most from the first race of a weekend to the second, the field's own shift taken out. */
export async function movedOverWeekend(ask: Ask, second: CoachedRace) {
  const { otherRace } = second.weather
  if (otherRace === null || otherRace.field === null || otherRace.cars.length === 0)
    return await drafted(ask, {
      outcome: 'not-in-data',
      sentences: [
        note`Too few cars have a pace in both races of that track to set them side by side.`,
      ],
    })
  const order = otherRace.cars
    .map(({ againstFieldMs }, index) => ({ againstFieldMs, index }))
    .toSorted((a, b) => a.againstFieldMs - b.againstFieldMs)
  const { count } = endAsked(ask.part.text, 'less-is-better', 3)
  const isBottom = wantsLosers.test(ask.part.text)
  const named = (some: typeof order): Piece =>
    listed(
      some.map(({ index }): Piece => {
        const shift = second.day(`otherRace.cars.${index}.againstFieldMs`)
        return [exact(second.day(`otherRace.cars.${index}.car`)), ' ', short(shift)]
      }),
    )
  const up = order.filter(({ againstFieldMs }) => againstFieldMs < 0).slice(0, count)
  const down = order
    .filter(({ againstFieldMs }) => againstFieldMs > 0)
    .toReversed()
    .slice(0, count)
  const gained =
    up.length === 0
      ? undefined
      : fact`Gained most against the field from ${raceCited(otherRace.raceId)} to ${raceCited(second.race.raceId)}: ${named(up)}.`
  const lost = down.length === 0 ? undefined : fact`Lost most: ${named(down)}.`
  const field = second.day('otherRace.field.shiftMs')
  const isOfRace = asksOfRace.test(ask.part.text)
  const isOfField = isOfRace || /\bthe (?:track|field|times)\b/i.test(ask.part.text)
  const ofField = shiftOfField(second, otherRace.raceId, isOfRace)
  return await drafted(ask, {
    verdict: isOfRace ? isSo(ask.part.text, Number(field.value)) : undefined,
    sentences: [
      ...(isOfField ? [ofField] : []),
      ...(isOfRace ? [] : isBottom ? [lost, gained] : [gained, lost]),
      ...(isOfField ? [] : [ofField]),
      note`That is pace, a lap; a shift within chance says little.`,
    ],
    asked: (isBottom ? down : up).map(({ index }) =>
      second.day(`otherRace.cars.${index}.againstFieldMs`),
    ),
    suggestions: ['Who won the most places?', 'Did the weather matter?'],
  })
}

function shiftOfField(second: CoachedRace, firstId: RaceId, isOfRace: boolean) {
  const field = second.day('otherRace.field.shiftMs')
  const way = Number(field.value) < 0 ? 'quicker' : 'slower'
  const n = exact(second.day('otherRace.field.n'))
  return isOfRace
    ? fact`The field was ${short(field)} a lap ${way} in ${raceCited(second.race.raceId)} than in ${raceCited(firstId)}, over ${n} cars that ran in both.`
    : fact`The field itself was ${short(field)} ${way} a lap, over ${n} cars that ran in both.`
}
