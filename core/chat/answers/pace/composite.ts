import { carsCited, countCited, raceCited, sectionCited } from '#core/composer/cited-names.ts'
import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { type SectionId, sectionIds } from '#core/domain/quantity.ts'
import { compositeId } from '#core/protocol/documents/collections.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { drafted, unfiltered } from '../car-answer.ts'
import { compositeOfTrack } from './composite-of-track.ts'
import { gapBetween, reasonWords } from '../counted-words.ts'
import { placeNamed, sectionOf } from '../named-in.ts'

/** "How much quicker is it than the fastest lap?" */
const asksDifference =
  /\b(?:quicker|faster|slower|difference|gap|off|better)\b.*\b(?:fastest|quickest|best) lap\b|\b(?:fastest|quickest|best) lap\b.*\boff\b/i

type SectionBest = Awaited<ReturnType<Ask['season']['composite']>>

/** "Did anybody come near it?", "is it a fluke?" */
export const asksNear =
  /\b(?:near\w*|(?:come|came|got|get|been) (?:\w+ )?close|anyone|anybody|fluke|one[- ]off|freak|repeat\w*|doubt\w*|trust\w*|others?|same time)\b/i

/** More cars than this are counted, not named. */
const carsNamed = 4

/** "Is it realistic?", "could I ever drive that?" */
export const asksReach =
  /\b(?:un)?(?:reach\w*|realistic\w*|possible|doable|driv(?:e|en|eable|able)|achiev\w*|attain\w*|feasible|match(?:ed)?|theor\w*|fantasy|get there|any(?:one|body)|some(?:one|body)|ever|chance|hope|hopeless|dream)\b|\b(?:could|can) (?!you\b)/i

/** "The theoretical best", "the best possible lap" are names of it. */
const names = /\btheoretical\b|\bpossible (?:lap|time|best)\b/gi

/** The composite of a race (D6): whose sections, under which flag, and whether anyone came near. */
export const composite: AnswerIntent = async (ask) => {
  const { raceId } = ask.part.scope
  if (raceId === undefined) return await compositeOfTrack(ask)
  const car = await anyCar(ask)
  if (car === undefined)
    return await drafted(ask, { outcome: 'not-in-data', sentences: [note`This race has no cars.`] })
  const bests = await sectionBests(ask, car)
  const place = placeNamed(ask)
  const section = place && sectionOf(place)
  const chosen = section === undefined ? bests : bests.filter((best) => best.section === section)
  if (chosen.length === 0)
    return await drafted(ask, {
      outcome: 'not-in-data',
      sentences: [note`No section of this race was timed, so there is no composite.`],
    })
  const isReach = section === undefined && asksReach.test(ask.part.text.replaceAll(names, ''))
  const sum = section === undefined ? sumSentence(car, /joint/i.test(ask.part.text)) : undefined
  const fastest = fastestLapSentence(car, section)
  const isDifference = asksDifference.test(ask.part.text)
  return await drafted(ask, {
    verdict: isReach ? isDriven(car) : isDifference ? !isDriven(car) : undefined,
    computed: [fastest?.gap],
    sentences: [
      isReach || isDifference ? fastest?.sentence : undefined,
      sum?.sentence,
      isReach
        ? undefined
        : section === undefined
          ? fact`${listed(chosen.map((best) => ofWhom(car, best)))}.`
          : fact`The best of ${raceCited(raceId)} in ${listed(chosen.map((best) => ofWhom(car, best, ' is ')))}.`,
      ...(isReach ? [] : chosen.map((best) => doubtful(car, best))),
      isReach || section !== undefined || asksNear.test(ask.part.text)
        ? nearOnes(car, chosen)
        : undefined,
      isReach || isDifference ? undefined : fastest?.sentence,
      unfiltered(ask),
    ],
    asked: [
      ...(sum?.asked ?? []),
      ...chosen.flatMap(({ facts }) => [facts('bestMs'), facts('car')]),
    ],
    also: chosen.map(({ facts }) => facts('lap')),
    suggestions: [
      'How far am I from the composite?',
      'Is the composite reachable?',
      'Where do I lose time?',
    ],
  })
}

/** The car in scope; else one of the class with the most laps. */
async function anyCar({ part: { scope }, season }: Ask): Promise<CoachedCar | undefined> {
  if (scope.raceId === undefined) return undefined
  const race = await season.race(scope.raceId)
  const [most] = Object.values(race.race.classes).toSorted((a, b) => b.laps - a.laps)
  const own = race.patterns.find(({ car }) => car === scope.car)
  const pattern = own ?? race.patterns.find(({ carClass }) => carClass === most?.carClass)
  return pattern && coachedCar(race, pattern)
}

export async function sectionBests(
  { season }: Ask,
  { race, key, pattern }: CoachedCar,
): Promise<readonly SectionBest[]> {
  const isOneClass = Object.keys(race.classes).length === 1
  const timed = sectionIds.filter((section) => race.classes[key]?.sections.includes(section))
  return await Promise.all(
    timed.map(
      async (section) =>
        await season.composite(
          compositeId(race.raceId, section, isOneClass ? undefined : pattern.carClass),
        ),
    ),
  )
}

function sumSentence({ race, key, ofRace }: CoachedCar, wantsJoint: boolean) {
  const { shown, sumMs } = race.classes[key]?.composite ?? {}
  const at = (field: string) => ofRace(`classes.${key}.composite.${field}`)
  if (sumMs === null || sumMs === undefined) return undefined
  const where = raceCited(race.raceId)
  if (shown === 'joint')
    return {
      sentence: fact`The sum of the best sections of all cars in ${where} is ${exact(at('sumMs'))}. A timing loop missed laps, and a car really drove a quicker one: so the joint composite is ${exact(at('jointMs'))}.`,
      asked: [at('sumMs'), at('jointMs')],
    }
  if (wantsJoint)
    return {
      sentence: fact`The joint composite of ${where} is ${exact(at('jointMs'))}, never slower than a lap really driven; the sum of the best sections is ${exact(at('sumMs'))}.`,
      asked: [at('jointMs'), at('sumMs')],
    }
  return {
    sentence: fact`The best-case composite of ${where} is ${exact(at('sumMs'))}: the best sections of all cars put together.`,
    asked: [at('sumMs')],
  }
}

/** "Section 1 33.214 s by car 22 on lap 9" */
function ofWhom(car: CoachedCar, { facts, section }: SectionBest, verb = ' '): Piece {
  return [
    sectionCited(car, section),
    verb,
    exact(facts('bestMs')),
    ' by ',
    exact(facts('car')),
    ' on ',
    exact(facts('lap')),
  ]
}

function doubtful(
  car: CoachedCar,
  { section, isClean, excludedBecause, bestClean, facts }: SectionBest,
): Sentence | undefined {
  if (isClean) return undefined
  const why = reasonWords[excludedBecause[0] ?? 'incomplete']
  const green: Piece =
    bestClean === null
      ? ''
      : [
          '; the best of green laps is ',
          exact(facts('bestClean.bestMs')),
          ' by ',
          exact(facts('bestClean.car')),
          ' on ',
          exact(facts('bestClean.lap')),
        ]
  return note`The best in ${sectionCited(car, section)} is from a lap that does not count as green (${why})${green}.`
}

/** How many other laps came near each best: one that nobody came near is doubtful. */
export function nearOnes(car: CoachedCar, bests: readonly SectionBest[]): Sentence | undefined {
  const [first] = bests
  if (first === undefined) return undefined
  const parts = bests.map(({ facts, section, repeatedLaps, repeatedBy }): Piece => {
    const where = sectionCited(car, section)
    if (repeatedLaps === 0) return ['no other lap in ', where]
    const cars = repeatedBy.map((_, index) => facts(`repeatedBy.${index}`))
    const whose: Piece = cars.length > carsNamed ? '' : [' (', carsCited(cars), ')']
    return [countCited(facts('repeatedLaps'), 'other lap'), ' in ', where, whose]
  })
  return fact`Within ${short(first.facts('withinMs'))} of ${bests.length === 1 ? 'it' : 'the best sections'} came ${listed(parts)}.`
}

/** The joint composite may be a lap that was driven whole. */
function isDriven({ race, key }: CoachedCar): boolean {
  const { shown, jointMs, fastestLap } = race.classes[key]?.composite ?? {}
  return shown === 'joint' && jointMs === fastestLap?.lapTimeMs
}

function fastestLapSentence(
  car: CoachedCar,
  section: SectionId | undefined,
): { readonly sentence: Sentence; readonly gap?: Fact } | undefined {
  const { race, key, ofRace } = car
  if (section !== undefined || !race.classes[key]?.composite.fastestLap) return undefined
  const at = (field: string) => ofRace(`classes.${key}.composite.fastestLap.${field}`)
  const ofClass = Object.keys(race.classes).length > 1 ? ' of the class' : ''
  if (isDriven(car))
    return {
      sentence: fact`The joint composite was really driven: it is the fastest lap${ofClass}, by ${exact(at('car'))} on ${exact(at('lap'))}.`,
    }
  const label = 'The fastest lap against the composite'
  const gap = gapBetween(at('lapTimeMs'), ofRace(`classes.${key}.composite.sumMs`), label)
  const way = Number(gap.value) < 0 ? ' ahead of it' : ' off it'
  return {
    gap,
    sentence: fact`Nobody drove it: the fastest lap${ofClass} was ${exact(at('lapTimeMs'))}, by ${exact(at('car'))} on ${exact(at('lap'))}, ${exact(gap)}${way}.`,
  }
}
