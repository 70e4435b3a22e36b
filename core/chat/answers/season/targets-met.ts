import { carsCited, raceCited } from '#core/composer/cited-names.ts'
import { coachedCar } from '#core/composer/coached-car.ts'
import { fact, note } from '#core/composer/say.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { Ask, Draft } from '../../draft.ts'
import { drafted } from '../car-answer.ts'

/** Which cars met the aims of their cards (D15). */
export async function targetsMet(ask: Ask, first: RaceDocument): Promise<Draft> {
  const race = await ask.season.race(first.raceId)
  const insights = await Promise.all(
    race.patterns.map(async (pattern) => ({
      ...(await ask.season.coaching(first.raceId, pattern.car)),
      number: coachedCar(race, pattern).own('car'),
    })),
  )
  const checked = insights.flatMap(({ card, number }) =>
    card === null || card.check === null
      ? []
      : { verdict: card.check.verdict, number, raceId: card.check.raceId },
  )
  const [any] = checked
  if (any === undefined)
    return await drafted(ask, {
      outcome: 'not-in-data',
      sentences: [note`No card of that track was checked in a second race.`],
    })
  const of = (verdict: typeof any.verdict) =>
    checked.filter((one) => one.verdict === verdict).map(({ number }) => number)
  const [met, missed, open] = [of('met'), of('not-met'), of('cannot-tell')]
  return await drafted(ask, {
    verdict: met.length > 0,
    sentences: [
      met.length === 0
        ? note`No car surely met its target in ${raceCited(any.raceId)}.`
        : fact`Met in ${raceCited(any.raceId)} by ${carsCited(met)}.`,
      missed.length === 0 ? undefined : fact`Not met by ${carsCited(missed)}.`,
      open.length === 0
        ? undefined
        : note`Of the rest that had a card the laps cannot tell: ${carsCited(open)}.`,
    ],
    asked: checked.map(({ number }) => number),
    suggestions: ['Which cars improved most?', 'Who won the most places?'],
  })
}
