import { raceCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { AnswerIntent, Ask, Draft } from '../../draft.ts'
import { drafted, unfiltered, type Written } from '../car-answer.ts'
import { carChoices } from '../car-choices.ts'
import { noCard } from '../pace/card.ts'
import { asksOfRace, movedOverWeekend } from './field-weekend.ts'
import { asksOfTracks, movedOverSeason } from './field-season.ts'
import { isOfAnother, toldOfTheCar } from '../spoken-of.ts'
import { targetsMet } from './targets-met.ts'

type Weekend = { readonly first: RaceDocument; readonly second: RaceDocument }

/** The two races of the track that the question is about. */
async function weekendOf({ part: { scope }, season }: Ask): Promise<Weekend | undefined> {
  const races = await season.races()
  const trackId = scope.trackId ?? races.find(({ raceId }) => raceId === scope.raceId)?.trackId
  const [first, second] = races
    .filter((race) => race.trackId === trackId)
    .toSorted((a, b) => a.raceNumber - b.raceNumber)
  return first === undefined || second === undefined ? undefined : { first, second }
}

/** "How much did the track improve?" is of everyone too. */
const asksOfTrack = /^(?!.*\b(?:i|me|my|we|our|car)\b).*\bthe (?:track|field|times)\b/i

/** "Which cars improved?", said of nobody in particular. */
const asksOfCars =
  /^(?!.*\b(?:i|me|my|we|our)\b).*\b(?:who|which (?:cars?|drivers?|ones?)|any(?:one|body)|every(?:one|body)|most improved)\b/i

/** An answer about a car over the two races of a weekend. */
export function ofWeekend(
  write: (ask: Ask, cars: { first: CoachedCar; second: CoachedCar }) => Promise<Written> | Written,
  ofFirstAlone?: (ask: Ask, first: CoachedCar) => Promise<Written | undefined>,
  ofAll: (ask: Ask, weekend: Weekend) => Promise<Draft> = moved,
): AnswerIntent {
  return async (ask) => {
    const { car } = ask.part.scope
    if (asksOfTracks.test(ask.part.text)) return await movedOverSeason(ask)
    const pair = [asksOfCars, asksOfTrack, asksOfRace].some((asks) => asks.test(ask.part.text))
      ? await weekendOf(ask)
      : undefined
    if (pair !== undefined) return await ofAll(ask, pair)
    if (car === undefined)
      return await drafted(ask, {
        outcome: 'asked-back',
        sentences: [note`Which car do you mean?`],
        suggestions: await carChoices(ask),
      })
    const weekend = await weekendOf(ask)
    if (weekend === undefined)
      return await drafted(ask, {
        outcome: 'not-in-data',
        sentences: [note`The season has no two races of that track to set side by side.`],
      })
    const ran = [weekend.first, weekend.second].filter((race) =>
      race.cars.some((one) => one.car === car),
    )
    const [only] = ran
    if (ran.length < 2) {
      const first = only === weekend.first ? await ask.season.car(only.raceId, car) : undefined
      const alone = first && ofFirstAlone ? await ofFirstAlone(ask, first) : undefined
      return await drafted(ask, alone ?? ranInOne(only))
    }
    const [first, second] = await Promise.all([
      ask.season.car(weekend.first.raceId, car),
      ask.season.car(weekend.second.raceId, car),
    ])
    const written = await write(ask, { first, second })
    const sentences = [...written.sentences, unfiltered(ask)]
    const draft = await drafted(ask, { ...written, sentences })
    if (!isOfAnother(ask.part)) return draft
    const number = second.own('car')
    return {
      ...draft,
      sentences: toldOfTheCar(draft.sentences, number),
      facts: [...draft.facts.filter(({ id }) => id !== number.id), number],
    }
  }
}

async function moved(ask: Ask, { second }: Weekend): Promise<Draft> {
  return await movedOverWeekend(ask, await ask.season.race(second.raceId))
}

function ranInOne(only: RaceDocument | undefined): Written {
  const where: Piece = only === undefined ? 'in neither race' : ['only in ', raceCited(only.raceId)]
  return {
    outcome: 'not-in-data',
    sentences: [fact`That car ran ${where} at this track, so there is nothing to compare.`],
    suggestions: ['Where do I lose time?', 'What should I work on first?'],
  }
}

/** Whether race 1's aim was met in race 2 (D15). */
export const targetMet: AnswerIntent = ofWeekend(
  async (ask, { first, second }) => await checked(ask, first, second),
  async (ask, first) => await checked(ask, first, undefined),
  async (ask, { first }) => await targetsMet(ask, first),
)

async function checked(
  ask: Ask,
  first: CoachedCar,
  second: CoachedCar | undefined,
): Promise<Written> {
  const { raceId, car } = first.pattern
  const { card: written, facts } = await ask.season.coaching(raceId, car)
  const suggestions = ['Did I improve from race one to race two?', 'What should I work on now?']
  if (written === null)
    return {
      outcome: 'not-in-data',
      sentences: [noCard(first), note`So there was no target to meet.`],
      suggestions,
    }
  const { check } = written
  const asked = [facts('card.aimGapMs'), facts('card.paceGapMs')]
  const aim = aimSaid(facts, written.aimGapMs, second)
  if (check === null)
    return {
      outcome: 'not-in-data',
      sentences: [note`The card was not checked yet: its second race is not in the season.`, aim],
      asked,
      suggestions,
    }
  return {
    verdict: check.verdict === 'cannot-tell' ? undefined : check.verdict === 'met',
    sentences: [
      ...check.sentences,
      second === undefined ? note`That car did not run in it.` : undefined,
      aim,
    ],
    asked: [facts('card.check.verdict'), facts('card.check.shiftMs'), ...asked].filter(
      ({ value }) => value !== null,
    ),
    suggestions,
  }
}

function aimSaid(
  at: (field: string) => Parameters<typeof exact>[0],
  aimMs: number,
  second: CoachedCar | undefined,
) {
  const quantity = String(at('card.quantity').value)
  const section = sectionIds.find((id) => id === quantity)
  const gap =
    section === undefined || typeof second?.pattern.sections[section]?.paceGapMs !== 'number'
      ? undefined
      : second.own(`sections.${section}.paceGapMs`)
  const there: Piece =
    gap === undefined || second === undefined
      ? ''
      : [
          '; in ',
          raceCited(second.pattern.raceId),
          ' it was ',
          exact(gap),
          Number(gap.value) < 0 ? ' ahead' : ' off',
        ]
  return aimMs > 0
    ? fact`The aim was from ${exact(at('card.paceGapMs'))} to ${exact(at('card.aimGapMs'))} off the quick quarter${there}.`
    : fact`The aim was from ${exact(at('card.paceGapMs'))} off the quick quarter to level with it${there}.`
}
