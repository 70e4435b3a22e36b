import type { CoachedCar } from '#core/composer/coached-car.ts'
import { note, uncapitalised } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Outcome, Suggestion } from '#core/protocol/chat/frames.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { AnswerIntent, Ask, Draft } from '../draft.ts'
import { carChoices } from './car-choices.ts'
import { citedFacts } from './cited-facts.ts'
import { filterOf } from './lap-selection.ts'
import { isOfAnother, isStillOfAnother, isUnclaimed, toldOfTheCar } from './spoken-of.ts'
import { told } from './told.ts'
import { answeringFirst, type Verdict } from './yes-no.ts'

/** A question about one car in one race. */
export type CarQuestion = { readonly ask: Ask; readonly car: CoachedCar }

/** An answer as it is written: the facts that its sentences cite are looked up afterwards. */
export type Written = {
  readonly outcome?: Outcome
  /** Of a question that wants a yes or a no: its first sentence begins with it. */
  readonly verdict?: Verdict | undefined
  readonly sentences: readonly (Sentence | undefined)[]
  /** Facts that were computed for this answer. */
  readonly computed?: readonly (Fact | undefined)[]
  /** Those that the question asked for. */
  readonly asked?: readonly (Fact | undefined)[]
  /** What else may be said of it. */
  readonly also?: readonly (Fact | undefined)[]
  readonly suggestions?: readonly (string | Suggestion)[]
}

export type WriteOfCar = (question: CarQuestion) => Written | Promise<Written>

/**
 * An answer about the car in scope. `overChosenLaps` writes it where the question leaves laps out or
 * picks some; without it the answer says that it is over all laps.
 */
export function answerOfCar(write: WriteOfCar, overChosenLaps?: WriteOfCar): AnswerIntent {
  return async (ask) => {
    const car = await carInScope(ask)
    if (car === undefined) return await missingPart(ask)
    const isFiltered = filterOf(ask.part.scope) !== undefined
    const question = { ask, car }
    const written =
      isFiltered && overChosenLaps !== undefined
        ? await overChosenLaps(question)
        : await write(question)
    const isUnfiltered = isFiltered && overChosenLaps === undefined
    const draft = await drafted(ask, {
      ...written,
      sentences: [
        ...written.sentences,
        isOfCorner(ask) ? sectionsOnly : undefined,
        isUnfiltered ? overAllLaps : undefined,
      ],
    })
    const isOther =
      isOfAnother(ask.part) || isStillOfAnother(ask.part, ask.history) || isUnclaimed(ask)
    return isOther ? ofTheCar(draft, car.own('car')) : draft
  }
}

/** An answer about laps that the question names: they are its subject, not a filter. */
export function answerOfLaps(write: WriteOfCar): AnswerIntent {
  return answerOfCar(write, write)
}

/** A draft with every fact that its sentences cite. */
export async function drafted({ season, part }: Ask, written: Written): Promise<Draft> {
  const sentences = answeringFirst(part.text, written.verdict, written.sentences)
  const own = [...(written.computed ?? []), ...(written.asked ?? []), ...(written.also ?? [])]
  const known = own.filter((fact) => fact !== undefined)
  const cited = await citedFacts(season, sentences, known)
  const { suggestions = [], asked = [], outcome } = written
  return told({
    sentences,
    asked,
    facts: [...cited, ...known],
    suggestions,
    ...(outcome !== undefined && { outcome }),
  })
}

const sectionsOnly = note`Timing sees the whole section, not the corner by itself.`

/** A corner was named: it stands for the section that it lies in. */
function isOfCorner({ part: { intent, text, scope } }: Ask): boolean {
  const isOfPlace = scope.section !== undefined || ofPlaces.has(intent)
  return isOfPlace && /\b(?:turns?|corners?)\b|\bt\d/i.test(text)
}

const ofPlaces = new Set('where-time strengths work-on same-section'.split(' '))

const overAllLaps = note`This one is over the whole race: it is not computed for chosen laps.`

/** Said where a question leaves laps out or picks some, and its answer is over all of them. */
export function unfiltered({ part }: Ask): Sentence | undefined {
  return filterOf(part.scope) === undefined ? undefined : overAllLaps
}

function ofTheCar(draft: Draft, car: Fact): Draft {
  const sentences = toldOfTheCar(draft.sentences, car)
  const isNamed = sentences.some(({ parts }) => parts.some(({ factId }) => factId === car.id))
  const facts = draft.facts.some(({ id }) => id === car.id) ? draft.facts : [...draft.facts, car]
  const isTold = isNamed || draft.outcome !== 'answered'
  return { ...draft, sentences: isTold ? sentences : namingCar(sentences, car), facts }
}

/** "Car 47: furthest off is …": an answer that would read as the asker's own names its car. */
function namingCar([first, ...rest]: readonly Sentence[], car: Fact): readonly Sentence[] {
  const [opening, ...parts] = first?.parts ?? []
  if (first === undefined || opening === undefined) return []
  const said = opening.factId === undefined ? { text: uncapitalised(opening.text) } : opening
  const name = [{ text: 'Car ' }, { text: car.short ?? car.text, factId: car.id }, { text: ': ' }]
  return [{ ...first, parts: [...name, said, ...parts] }, ...rest]
}

/** The car that a question is about; undefined where it or its race is not named, or it was not in it. */
async function carInScope({ part: { scope }, season }: Ask): Promise<CoachedCar | undefined> {
  const { raceId, car } = scope
  if (raceId === undefined || car === undefined) return undefined
  const { patterns } = await season.race(raceId)
  return patterns.some((pattern) => pattern.car === car) ? await season.car(raceId, car) : undefined
}

async function missingPart(ask: Ask): Promise<Draft> {
  const { raceId, car } = ask.part.scope
  if (raceId !== undefined && car !== undefined)
    return await drafted(ask, {
      outcome: 'not-in-data',
      sentences: [note`Car ${car} was not in this race, so there is no lap of it to look at.`],
      suggestions: ['Which cars were in this race?', 'What races are there?'],
    })
  const lacking = raceId === undefined ? 'race' : 'car'
  return await drafted(ask, {
    outcome: 'asked-back',
    sentences: [note`Which ${lacking} do you mean?`],
    suggestions: lacking === 'car' ? await carChoices(ask) : [],
  })
}
