import { countCited, lapsCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import { numberOf, numberPattern } from '../../understanding/entities/number-text.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { cleanTimeFacts } from '../pace/section-figures.ts'

const most = 10
const quick = '(?:top|best|quickest|fastest)'
const several = new RegExp(
  `\\b${quick} (${numberPattern}|few)? ?(?:green |clean )?laps\\b(?! in a row)|\\b(${numberPattern}) (?:of my )?${quick}(?: (?:green |clean )?(?:laps|ones)\\b| *(?=$|[?!.,]))(?! in a row)`,
  'i',
)

/** "My top three laps": so many green laps by their time; undefined where one best lap is meant. */
export function quickestLaps({ ask, car }: CarQuestion): Written | undefined {
  const times = timesNamed({ ask, car })
  if (times === undefined) return undefined
  const told = times.map((time): Piece => [exact(time), ' on ', exact(lapOf(car, time.id))])
  return {
    sentences: [fact`Your quickest green laps: ${listed(told)}, as driven.`],
    asked: times,
    suggestions: ['Take my best lap apart', 'How consistent am I?'],
  }
}

/** "The average of my five best laps". */
export function meanOfQuickest(question: CarQuestion): Written | undefined {
  const { car } = question
  const times = timesNamed(question)
  if (times === undefined) return undefined
  const label = `Car ${car.pattern.car}, quickest green laps`
  const mean = computedFact('mean', times, 'lap-time', `${label}: mean`)
  const n = computedFact('count', times, 'count', `${label}: how many`)
  const laps = times.map(({ id }) => lapOf(car, id))
  return {
    sentences: [
      fact`The mean of your ${exact(n)} quickest green laps (${lapsCited(laps)}) is ${exact(mean)}, as driven.`,
      fact`Over all ${countCited(car.own('clean.n'), 'green lap')} it is ${exact(car.own('clean.meanMs'))}.`,
    ],
    computed: [mean, n],
    asked: [mean],
    suggestions: ['List my five best laps', 'How consistent am I?'],
  }
}

/** "How far apart are my best three laps?" */
export function spreadOfQuickest(question: CarQuestion): Written | undefined {
  const times = timesNamed(question)
  const { car } = question
  if (times === undefined || times.length < 2) return undefined
  const label = `Car ${car.pattern.car}, quickest green laps`
  const range = computedFact('range', times, 'gap', `${label}: slowest less quickest`)
  const n = computedFact('count', times, 'count', `${label}: how many`)
  const told = times.map((time): Piece => [exact(time), ' on ', exact(lapOf(car, time.id))])
  return {
    sentences: [
      fact`Your ${exact(n)} quickest green laps lie within ${exact(range)}: ${listed(told)}, as driven.`,
    ],
    computed: [range, n],
    asked: [range],
    suggestions: ['How consistent am I?', 'What was my best lap?'],
  }
}

function timesNamed({ ask, car }: CarQuestion): readonly Fact[] | undefined {
  const found = several.exec(ask.part.text.toLowerCase())
  if (found === null) return undefined
  const count = Math.min(most, numberOf(found[1] ?? found[2] ?? '') ?? 3)
  const times = cleanTimeFacts(car, 'lap')
    .toSorted((a, b) => Number(a.value) - Number(b.value))
    .slice(0, count)
  return times.length === 0 ? undefined : times
}

function lapOf({ own }: CoachedCar, id: string) {
  return own(`laps.${/#laps\.(\d+)\./.exec(id)?.[1] ?? ''}.lap`)
}
