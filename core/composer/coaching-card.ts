import type { Card, CoachingDocument } from '#core/protocol/documents/coaching-document.ts'
import { carInRaceId } from '#core/protocol/documents/collections.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CoachedCar } from './coached-car.ts'
import {
  cornersInBrackets,
  lapsCited,
  raceCited,
  signedRange,
  targetLapFacts,
} from './cited-names.ts'
import { factsIn, type FactsIn } from './facts-in.ts'
import { action, exact, fact, note, type Piece, short } from './say.ts'

const referenceLaps = 3

/** The card of this race's document in words, its check with it. Its facts are those of the document. */
export function writeCard(car: CoachedCar, document: CoachingDocument): Card | null {
  const { card } = document
  if (card === null) return null
  const { raceId } = document
  const at = factsIn(
    { collection: 'coaching_insights', document },
    carInRaceId(raceId, document.car),
  )
  return {
    ...card,
    sentences: cardSentences(car, card, at),
    check: card.check && { ...card.check, sentences: checkSentences(card, card.check, at) },
  }
}

function cardSentences(car: CoachedCar, card: Card, at: FactsIn): Sentence[] {
  const gap = exact(at('card.paceGapMs'))
  const where: Piece = [exact(at('card.quantity')), cornersInBrackets(car, card.quantity)]
  const laps = lapsCited(targetLapFacts(car, card.quantity, referenceLaps))
  const aim =
    card.aimGapMs > 0
      ? action`Next race run: ${where} from ${gap} to ${exact(at('card.aimGapMs'))} off the quick quarter.`
      : action`Next race run: ${where} from ${gap} off the quick quarter to level with it.`
  return [
    aim,
    action`That is driving every lap there like your own best quarter of laps, as on ${laps}.`,
    note`It is for a race run, not for qualifying.`,
  ]
}

type Check = NonNullable<Card['check']>

/** Met, not met or cannot tell, what happens by itself beside it, and how many others moved as much. */
function checkSentences(card: Card, check: Check, at: FactsIn): Sentence[] {
  const where = exact(at('card.quantity'))
  const race = raceCited(check.raceId)
  if (check.shiftMs === null)
    return [note`Cannot tell: ${race} has too few green laps in ${where}.`]
  const moved = movedTo(at('card.check.shiftMs'))
  const usual: Piece =
    check.usualShiftMs === null
      ? ''
      : ['; cars with a card moved ', usually(at('card.check.usualShiftMs')), ' on their own']
  return [verdict(), ...others(check, at)]

  function verdict(): Sentence {
    switch (check.verdict) {
      case 'met':
        return fact`Met in ${race}: ${where} was ${moved}${usual}.`
      case 'not-met':
        return fact`Not met in ${race}: ${where} was ${check.shiftMs !== null && check.shiftMs < 0 ? 'only ' : ''}${moved}${usual}.`
      case 'cannot-tell':
        return fact`Cannot tell: in ${race} ${where} was ${moved}${range(check, at)}${usual}.`
    }
  }
}

function movedTo(shift: ReturnType<FactsIn>): Piece {
  const ms = Number(shift.value)
  if (Math.abs(ms) < 0.5) return 'as far off the quick quarter as before'
  return [short(shift), ms < 0 ? ' closer to the quick quarter' : ' further from the quick quarter']
}

function usually(shift: ReturnType<FactsIn>): Piece {
  return [short(shift), Number(shift.value) < 0 ? ' closer' : ' further away']
}

function range(check: Check, at: FactsIn): Piece {
  if (check.lowMs === null || check.highMs === null) return ''
  const from = signedRange(at('card.check.lowMs'), at('card.check.highMs'), [
    'closer',
    'further away',
  ])
  return [', and anything from ', from, ' fits your laps']
}

function others({ othersAsMuch, shiftMs }: Check, at: FactsIn): Sentence[] {
  if (othersAsMuch === null || shiftMs === null) return []
  const [many] = othersAsMuch
  if (many === 0)
    return [fact`None of ${exact(at('card.check.othersAsMuch.1'))} other cars did as well.`]
  const [cars, of] = [
    exact(at('card.check.othersAsMuch.0')),
    exact(at('card.check.othersAsMuch.1')),
  ]
  return shiftMs < 0
    ? [fact`${cars} of ${of} other cars moved at least as far.`]
    : [fact`${cars} of ${of} other cars did as well there or better.`]
}
