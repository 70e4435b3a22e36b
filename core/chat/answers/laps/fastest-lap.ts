import { raceCited } from '#core/composer/cited-names.ts'
import type { CoachedCar, CoachedRace } from '#core/composer/coached-car.ts'
import { asOne, exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { AnswerIntent } from '../../draft.ts'
import { composite } from '../pace/composite.ts'
import { gapBetween, reasonWords } from '../counted-words.ts'
import { lapAt } from '../in-race.ts'
import { placeNamed } from '../named-in.ts'
import { isOfAnother, isStillOfAnother } from '../spoken-of.ts'
import { aboutRace, type RaceTelling } from '../telling.ts'

/** The fastest lap of a race, whoever drove it; of a section that is named, the best time there. */
export const fastestLap: AnswerIntent = async (ask) =>
  placeNamed(ask) === undefined ? await ofTheRace(ask) : await composite(ask)

const ofTheRace = aboutRace((telling) => {
  const { race, ask, carIn } = telling
  const number = ask.part.scope.car
  const car = number === undefined ? undefined : carIn(number)
  const fastest = fastestLapOf(race, quickestClass(race))
  if (fastest.time === undefined)
    return { outcome: 'not-in-data', sentences: [note`No car of this race has a lap that counts.`] }
  const beside = car === undefined ? undefined : besideIt(telling, car, fastest)
  const isFarOff = /\bhow (?:far|much|many)\b|\bgap\b|\boff\b/i.test(ask.part.text)
  const isOwn = car !== undefined && fastest.isOf(car)
  const lead = isFarOff ? beside?.sentence : undefined
  return {
    verdict: car === undefined ? undefined : isOwn,
    sentences: [
      lead,
      isOwn ? asOne(fastest.sentence, beside?.sentence) : fastest.sentence,
      doubt(race, fastest.lap),
      lead === undefined && !isOwn ? beside?.sentence : undefined,
      car && race.race.classes[car.key]?.carClass !== fastest.carClass
        ? ofClass(race, car)
        : undefined,
    ],
    asked: fastest.facts,
    facts: [race.ofRace('raceNumber'), ...(beside?.computed ?? [])],
    suggestions: [
      car === undefined ? 'What was the composite?' : 'What was my best lap?',
      'Who was quickest on pace?',
      'Who won?',
    ],
  }
})

type Fastest = ReturnType<typeof fastestLapOf>

/** The fastest lap of one class really driven, opening laps apart (D6). */
export function fastestLapOf({ race, ofRace }: Pick<CoachedRace, 'race' | 'ofRace'>, key: string) {
  const lap = race.classes[key]?.composite.fastestLap ?? undefined
  const isOfAll = key === quickestClass({ race })
  const of = isOfAll ? 'of the race' : 'of the class'
  if (lap === undefined) return { isOf: () => false, facts: [], of }
  const at = (field: string) => ofRace(`classes.${key}.composite.fastestLap.${field}`)
  return {
    lap,
    /** Of several classes only the quickest has the fastest lap of the race. */
    of,
    carClass: race.classes[key]?.carClass,
    time: at('lapTimeMs'),
    facts: [at('lapTimeMs'), at('car'), at('lap')],
    isOf: ({ pattern }: CoachedCar) => pattern.car === lap.car,
    sentence: fact`The fastest lap of ${isOfAll ? '' : 'the class in '}${raceCited(race.raceId)} was ${exact(at('lapTimeMs'))}, by ${exact(at('car'))} on ${exact(at('lap'))}.`,
  }
}

/** The class whose fastest lap is that of the whole race. */
export function quickestClass({ race }: Pick<CoachedRace, 'race'>): string {
  const timed = Object.entries(race.classes).map(([key, { composite: best }]) => ({
    key,
    lapTimeMs: best.fastestLap?.lapTimeMs ?? Infinity,
  }))
  return timed.toSorted((a, b) => a.lapTimeMs - b.lapTimeMs)[0]?.key ?? 'none'
}

function doubt({ patterns }: CoachedRace, best: Fastest['lap']) {
  const pattern = patterns.find(({ car }) => car === best?.car)
  const lap = pattern && best && lapAt(pattern, best.lap)
  if (lap === undefined || lap.isClean) return undefined
  return note`That lap does not count as green: ${reasonWords[lap.excludedBecause[0] ?? 'incomplete']}.`
}

/** The best lap of the asker's car, and how far it is off. */
function besideIt({ ask }: RaceTelling, car: CoachedCar, fastest: Fastest) {
  const isYou = !isOfAnother(ask.part) && !isStillOfAnother(ask.part, ask.history)
  const You: Piece = isYou ? 'You' : ['Car ', short(car.own('car'))]
  const Your: Piece = isYou ? 'Your' : [You, "'s"]
  if (fastest.isOf(car)) return { computed: [], sentence: isYou ? fact`That was you.` : undefined }
  if (car.pattern.bestLap === null || fastest.time === undefined)
    return {
      computed: [],
      sentence: fact`${You} ${isYou ? 'have' : 'has'} no best lap: the opening lap is not one, and there is no other with a time.`,
    }
  const time = car.own('bestLap.lapTimeMs')
  const label = `Car ${car.pattern.car}, best lap against the fastest lap`
  const gap = gapBetween(time, fastest.time, label)
  const off: Piece = Number(gap.value) === 0 ? 'level with it' : [exact(gap), ' off it']
  return {
    computed: [gap],
    sentence: fact`${Your} best lap was ${exact(time)} on ${exact(car.own('bestLap.lap'))}, ${off}.`,
  }
}

function ofClass(race: CoachedRace, car: CoachedCar) {
  const { time, facts } = fastestLapOf(race, car.key)
  const [, by, lap] = facts
  if (time === undefined || by === undefined || lap === undefined) return undefined
  return fact`In the class of ${exact(car.own('car'))} it was ${exact(time)}, by ${exact(by)} on ${exact(lap)}.`
}
