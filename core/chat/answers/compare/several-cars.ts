import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import {
  countCited,
  offOrAhead,
  offOrAheadAlone,
  raceCited,
  rankCited,
  sectionCited,
} from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { answerOfCar, drafted, unfiltered, type Written } from '../car-answer.ts'
import { pairChoices } from '../car-choices.ts'
import { workOn } from '../pace/work-on.ts'

const ofOne = answerOfCar(workOn)

/** More cars than this are not told one by one. */
const mostCars = 8

/** Several cars of one coach: whom to sit with first, and one thing for each. */
export const severalCars: AnswerIntent = async (ask) => {
  const { raceId, cars = [], car } = ask.part.scope
  if (raceId === undefined)
    return await drafted(ask, { outcome: 'asked-back', sentences: [note`Which race do you mean?`] })
  const numbers = [...new Set([...cars, ...(cars.length > 0 || car === undefined ? [] : [car])])]
  // "And the other one?" of two.
  const isOfOne = ask.history.some(({ scope }) => (scope.cars ?? []).length > 1)
  if (numbers.length === 1 && isOfOne) return await ofOne(ask)
  if (numbers.length < 2)
    return await drafted(ask, {
      outcome: 'asked-back',
      sentences: [note`Which cars are yours? Name them, and I set them side by side.`],
      suggestions: await pairChoices(ask),
    })
  const written = await write(ask, numbers.slice(0, mostCars))
  return await drafted(ask, { ...written, sentences: [...written.sentences, unfiltered(ask)] })
}

/** "Who has most to gain?" */
const ofGain = /\b(?:most|more) to (?:gain|find|win)\b|\bgains? (?:the )?most\b/i

async function write(
  { part: { scope, text }, season }: Ask,
  numbers: readonly string[],
): Promise<Written> {
  if (scope.raceId === undefined) return { sentences: [] }
  const race = await season.race(scope.raceId)
  const found = numbers.flatMap((number) => {
    const pattern = race.patterns.find(({ car }) => car === number)
    return pattern === undefined ? [] : [coachedCar(race, pattern)]
  })
  const absent = numbers.filter((number) => !found.some(({ pattern }) => pattern.car === number))
  const withPace = found
    .filter(({ pattern }) => typeof pattern.lap.paceGapMs === 'number')
    .toSorted((a, b) => (b.pattern.lap.paceGapMs ?? 0) - (a.pattern.lap.paceGapMs ?? 0))
  const [first] = withPace
  const notes = [
    ...found.filter((one) => !withPace.includes(one)).map(tooFew),
    absent.length === 0
      ? undefined
      : note`${absent.length === 1 ? 'Car' : 'Cars'} ${listed(absent)} ${absent.length === 1 ? 'was' : 'were'} not in this race.`,
  ]
  if (first === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`None of these cars has enough green laps in ${raceCited(race.race.raceId)} for a pace.`,
        ...notes,
      ],
    }
  return {
    sentences: [
      ofGain.test(text) ? toRepeat(withPace, undefined) : undefined,
      firstSentence(first, withPace.length),
      withPace.every(({ pattern }) => pattern.opportunities.length === 0)
        ? note`None of them is off the quick quarter in any section.`
        : fact`One thing each: ${listed(withPace.map(oneThing))}.`,
      ofGain.test(text) ? undefined : toRepeat(withPace, first),
      ...notes,
    ],
    asked: withPace.map(({ own }) => own('lap.paceGapMs')),
    suggestions: [
      {
        label: 'What should it work on?',
        text: `What should car ${first.pattern.car} work on first?`,
      },
      'Who is most consistent?',
      'Whose onboard should they watch?',
    ],
  }
}

function firstSentence({ own, race }: CoachedCar, n: number): Sentence {
  if (Number(own('lap.paceGapMs').value) < 0.5)
    return fact`${capital({ own })} first, though in ${raceCited(race.raceId)} none of yours is off the quick quarter by pace: it is the nearest to it, ${offOrAheadAlone(own('lap.paceGapMs'))}, ${rankCited(own('lap.paceRank'), own('lap.paceOf'))}, over ${countCited(own('lap.paceN'), 'green lap')}.`
  const most = n > 1 ? ', the most of yours' : ''
  return fact`In ${raceCited(race.raceId)} sit with ${exact(own('car'))} first: its pace is ${offOrAhead(own('lap.paceGapMs'))} the quick quarter${most}, ${rankCited(own('lap.paceRank'), own('lap.paceOf'))}, over ${countCited(own('lap.paceN'), 'green lap')}.`
}

/** "Car 22" begins a sentence: its number is cited. */
function capital({ own }: Pick<CoachedCar, 'own'>): Piece {
  return ['Car ', short(own('car'))]
}

/** "car 22 Section 3, 0.21 s off" */
function oneThing(car: CoachedCar): Piece {
  const [section] = car.pattern.opportunities
  const number = exact(car.own('car'))
  if (section === undefined) return [number, ' nothing off the quick quarter']
  return [
    number,
    ' ',
    sectionCited(car, section),
    ' (',
    offOrAheadAlone(car.own(`sections.${section}.paceGapMs`)),
    ')',
  ]
}

/** Who has most to gain by repeating what it did: often another car than the slowest. */
function toRepeat(
  cars: readonly CoachedCar[],
  first: CoachedCar | undefined,
): Sentence | undefined {
  const gains = cars.flatMap((car) =>
    sectionIds.flatMap((section) => {
      const gainMs = car.pattern.sections[section]?.repeatGainMs
      return typeof gainMs === 'number' ? [{ car, section, gainMs }] : []
    }),
  )
  const [most] = gains.toSorted((a, b) => b.gainMs - a.gainMs)
  return most && repeatSentence(most.car, most.section, most.car === first)
}

function repeatSentence(car: CoachedCar, section: SectionId, isFirst: boolean): Sentence {
  const also = isFirst ? 'It also has' : [capital(car), ' has']
  return fact`${also} the most to gain by repeating its own best quarter: ${short(car.own(`sections.${section}.repeatGainMs`))} in ${sectionCited(car, section)}.`
}

function tooFew({ own }: CoachedCar): Sentence {
  return note`${capital({ own })} has ${countCited(own('cleanLaps'), 'green lap')}: too few for a pace.`
}
