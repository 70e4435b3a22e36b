import { coachedCar, type CoachedCar, type CoachedRace } from '#core/composer/coached-car.ts'
import { exact, note, type Piece, short } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import type { Outcome, Suggestion } from '#core/protocol/chat/frames.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { AnswerIntent, Ask, Draft } from '../draft.ts'
import { saysMe, speaksOfSelf } from '../first-person.ts'
import { filterOf } from './lap-selection.ts'
import { told } from './told.ts'
import { answeringFirst, type Verdict } from './yes-no.ts'

/** What an intent writes; the facts of its sentences are found by the looks that were taken at them. */
export type Written = {
  readonly outcome?: Outcome
  /** Of a question that wants a yes or a no: its first sentence begins with it. */
  readonly verdict?: Verdict | undefined
  readonly sentences: readonly (Sentence | undefined)[]
  readonly asked?: readonly (Fact | undefined)[]
  /** Computed facts, and facts of documents that were not looked at through the telling. */
  readonly facts?: readonly Fact[]
  readonly suggestions?: readonly (string | Suggestion)[]
}

/** A race to tell of: every fact that is looked up is remembered for the draft. */
export type RaceTelling = {
  readonly ask: Ask
  readonly race: CoachedRace
  /** A car of the race; undefined where it was not in it. */
  readonly carIn: (car: CarNumber) => CoachedCar | undefined
  /** Another race, to look facts up in. */
  readonly other: (race: CoachedRace) => CoachedRace
  /** Keeps a computed fact and gives it back. */
  readonly keep: (fact: Fact) => Fact
}

export type CarTelling = RaceTelling & { readonly car: CoachedCar; readonly who: Voice }

/** How a car is spoken of. */
export type Voice = {
  readonly You: Piece
  readonly you: Piece
  readonly Your: Piece
  readonly your: Piece
}

export const asDriver: Voice = { You: 'You', you: 'you', Your: 'Your', your: 'your' }

/** "You" to its driver, by its number where somebody else asks. */
export function voiceOf({ part }: Ask, { own }: CoachedCar): Voice {
  const car = own('car')
  // "Can you tell me about lap 14 of car 2?" is not asked by its driver.
  const isNamed = new RegExp(`\\b${car.value}\\b`).test(part.text)
  if (isNamed ? speaksOfSelf(part.text) : saysMe(part.text)) return asDriver
  return carVoice(car)
}

/** "Car 13", "car 13's". */
function carVoice(car: Fact): Voice {
  return {
    You: ['Car ', short(car)],
    you: exact(car),
    Your: ['Car ', short(car), "'s"],
    your: [exact(car), "'s"],
  }
}

/** `isOfChosenLaps`: the answer is over the laps that a question picks, where it picks some. */
export const aboutRace =
  (
    write: (telling: RaceTelling) => Written | Promise<Written>,
    isOfChosenLaps = false,
  ): AnswerIntent =>
  async (ask) => {
    const { raceId } = ask.part.scope
    if (raceId === undefined) return whichRace()
    return await tell(ask, await ask.season.race(raceId), async (telling) =>
      isOfChosenLaps ? await write(telling) : overAllLaps(ask, await write(telling)),
    )
  }

export const aboutCar =
  (
    write: (telling: CarTelling) => Written | Promise<Written>,
    isOfChosenLaps = false,
  ): AnswerIntent =>
  async (ask) => {
    const { raceId, car: number } = ask.part.scope
    if (raceId === undefined) return whichRace()
    return await tell(ask, await ask.season.race(raceId), async (telling) => {
      const car = number === undefined ? undefined : telling.carIn(number)
      if (car === undefined) return notInRace(telling, number !== undefined)
      const written = await write({ ...telling, car, who: voiceOf(ask, car) })
      return isOfChosenLaps ? written : overAllLaps(ask, written)
    })
  }

/** A filter that was asked for and has no part in the answer is said to have none. */
function overAllLaps({ part: { scope } }: Ask, written: Written): Written {
  if (scope.filter === undefined || filterOf(scope) === undefined) return written
  const said = note`This one is over the whole race: it is not computed for chosen laps.`
  return { ...written, sentences: [...written.sentences, said] }
}

/** For answers that need no race: `other` opens the races that they look into. */
export async function tellOf(
  ask: Ask,
  write: (telling: Omit<RaceTelling, 'race' | 'carIn'>) => Written | Promise<Written>,
): Promise<Draft> {
  const seen = new Map<string, Fact>()
  const keep = (fact: Fact) => {
    seen.set(fact.id, fact)
    return fact
  }
  const written = await write({ ask, other: (race) => watched(race, keep), keep })
  const sentences = answeringFirst(ask.part.text, written.verdict, written.sentences)
  return drafted({ ...written, sentences }, seen)
}

async function tell(
  ask: Ask,
  read: CoachedRace,
  write: (telling: RaceTelling) => Written | Promise<Written>,
): Promise<Draft> {
  return await tellOf(ask, async (telling) => {
    const race = telling.other(read)
    return await write({ ...telling, race, carIn: (car) => carIn(race, car, telling.keep) })
  })
}

/** A car of a race whose facts are remembered by the race's telling. */
function carIn(race: CoachedRace, car: CarNumber, keep: (fact: Fact) => Fact) {
  const pattern = race.patterns.find((document) => document.car === car)
  if (pattern === undefined) return undefined
  const found = coachedCar(race, pattern)
  return { ...found, own: (field: string) => keep(found.own(field)) }
}

/** The car of another race, its facts remembered. */
export function carOfRace(
  { keep }: Pick<RaceTelling, 'keep'>,
  race: CoachedRace,
  car: CarNumber,
): CoachedCar | undefined {
  return carIn(race, car, keep)
}

function watched(race: CoachedRace, keep: (fact: Fact) => Fact): CoachedRace {
  const { day, ofRace, ofTrack } = race
  return {
    ...race,
    day: (field) => keep(day(field)),
    ofRace: (field) => keep(ofRace(field)),
    ofTrack: (field) => keep(ofTrack(field)),
  }
}

/** Of all that was looked at, what a sentence cites or the question asked for. */
function drafted(written: Written, seen: ReadonlyMap<string, Fact>): Draft {
  const more = new Map((written.facts ?? []).map((fact) => [fact.id, fact]))
  const cited = written.sentences.flatMap((sentence) =>
    (sentence?.parts ?? []).flatMap(({ factId }) => (factId === undefined ? [] : [factId])),
  )
  const facts = cited.flatMap((id) => {
    const found = seen.get(id) ?? more.get(id)
    if (found === undefined) throw new Error(`${id} is cited and was never looked up`)
    return [found]
  })
  return told({ ...written, facts: [...facts, ...more.values()] })
}

const whichRace = (): Draft =>
  told({ outcome: 'asked-back', sentences: [note`Which race is it about?`], facts: [] })

function notInRace({ ask, race }: RaceTelling, isNamed: boolean): Written {
  const where: Piece = ['Race ', exact(race.ofRace('raceNumber')), ' at ', race.track.shortName]
  const fitting = race.race.cars.slice(0, 4).map(({ car }) => `Car ${car}`)
  return isNamed
    ? {
        outcome: 'not-in-data',
        sentences: [note`Car ${ask.part.scope.car ?? ''} was not in ${where}.`],
      }
    : {
        outcome: 'asked-back',
        sentences: [note`Which car in ${where}?`],
        suggestions: fitting,
      }
}
