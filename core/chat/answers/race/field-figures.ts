import { type CoachedCar, coachedCar } from '#core/composer/coached-car.ts'
import {
  fieldOf,
  figuresOf,
  offOrAhead,
  paceRankCited,
  raceCited,
  sectionCited,
} from '#core/composer/cited-names.ts'
import { exact, fact, note, short } from '#core/composer/say.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { computedFact } from '../../computed-fact.ts'
import { drafted, unfiltered, type Written } from '../car-answer.ts'
import { fewestOfField, fieldFacts } from '../laps/lap-figures.ts'
import { isTimed, placeNamed } from '../named-in.ts'
import { speedsOf } from '../pace/speeds.ts'

type FieldFigure = { readonly field: string; readonly kind: FactKind; readonly what: string }

const figures: Readonly<Record<string, FieldFigure>> = {
  mean: { field: 'clean.meanMs', kind: 'lap-time', what: 'mean lap' },
  median: { field: 'clean.medianMs', kind: 'lap-time', what: 'median lap' },
  best: { field: 'bestLap.lapTimeMs', kind: 'lap-time', what: 'best lap' },
  std: { field: 'clean.stdMs', kind: 'gap', what: 'standard deviation' },
  spread: { field: 'clean.stdMs', kind: 'gap', what: 'standard deviation' },
  'gap-to-composite': { field: 'gapToCompositeMs', kind: 'gap', what: 'gap to the composite' },
  trend: { field: 'clean.slopeMsPerLap', kind: 'slope', what: 'plain trend' },
  'consistency-score': { field: 'consistencyScore', kind: 'number', what: 'consistency score' },
  steadiness: { field: 'steadyMs', kind: 'gap', what: 'steadiness' },
  ideal: { field: 'idealLapMs', kind: 'lap-time', what: 'ideal lap' },
}

/** What the cars of a field have on average (D8), the field median and the quick quarter (D12). */
export const fieldFigures: AnswerIntent = async (ask) => {
  const car = await oneOfField(ask)
  if (car === undefined)
    return await drafted(ask, { outcome: 'asked-back', sentences: [note`Which race do you mean?`] })
  const written = write(ask, car)
  return await drafted(ask, { ...written, sentences: [...written.sentences, unfiltered(ask)] })
}

/** The car in scope, for its class; else one of the class with the most laps. */
async function oneOfField({ part: { scope }, season }: Ask): Promise<CoachedCar | undefined> {
  if (scope.raceId === undefined) return undefined
  const race = await season.race(scope.raceId)
  const [most] = Object.values(race.race.classes).toSorted((a, b) => b.laps - a.laps)
  const pattern =
    race.patterns.find(({ car }) => car === scope.car) ??
    race.patterns.find(({ carClass }) => carClass === most?.carClass)
  return pattern && coachedCar(race, pattern)
}

function write(ask: Ask, car: CoachedCar): Written {
  const place = placeNamed(ask)
  const suggestions = ['How is my pace?', 'Who was the fastest?', 'What is the composite?']
  const paces = paceSentence(car, place !== undefined && isTimed(car, place) ? place : 'lap')
  const average = isAboutPace(ask) ? undefined : averageThere(car, place)
  if (/\b(?:trap|top speeds?|speeds?)\b/i.test(ask.part.text))
    return { ...topSpeeds(car), suggestions }
  if (place !== undefined || isAboutPace(ask))
    return {
      sentences:
        paces === undefined
          ? [note`The field is too small for a quick quarter there.`]
          : [
              average?.sentence,
              ownBeside(ask, car),
              paces.sentence,
              average ? undefined : onlyCorrected,
            ],
      computed: average?.computed ?? [],
      asked: [...(average?.computed.slice(0, 1) ?? []), ...(paces?.asked ?? [])],
      suggestions,
    }
  const figure = figures[ask.part.figure ?? figureIn(ask.part.text)] ?? figures['mean']
  const values = figure === undefined ? [] : fieldFacts(car, figure.field)
  if (figure === undefined || values.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`No car of this race has enough green laps for an average of the field.`],
      suggestions,
    }
  const mean = computedFact('mean', values, figure.kind, `Mean over the field: ${figure.what}`)
  const median = computedFact(
    'median',
    values,
    figure.kind,
    `Median over the field: ${figure.what}`,
  )
  const cars = computedFact('count', values, 'count', 'Cars with enough green laps')
  return {
    sentences: [
      fact`In ${raceCited(car.race.raceId)} the field's average ${figure.what} was ${exact(mean)}${way(figure, mean.value)}, over ${exact(cars)} cars with enough green laps for one; the car in the middle has ${exact(median)}${way(figure, median.value)}.`,
      paces?.sentence,
    ],
    computed: [mean, median, cars],
    asked: [mean],
    suggestions,
  }
}

/** What the cars took on average in a section, as driven. */
function averageThere(car: CoachedCar, place: ReturnType<typeof placeNamed>) {
  const section = sectionIds.find((id) => id === place)
  if (section === undefined || !isTimed(car, section)) return undefined
  const values = car.patterns
    .filter(({ carClass }) => carClass === car.pattern.carClass)
    .filter(({ sections }) => (sections[section]?.n ?? 0) >= fewestOfField)
    .map((pattern) => coachedCar(car, pattern).own(`sections.${section}.meanMs`))
    .filter(({ value }) => value !== null)
  if (values.length === 0) return undefined
  const mean = computedFact('mean', values, 'section-time', `Mean over the field: ${section}`)
  const cars = computedFact('count', values, 'count', 'Cars with enough green laps')
  return {
    computed: [mean, cars],
    sentence: fact`The field's average in ${sectionCited(car, section)} was ${exact(mean)}, as driven, over ${exact(cars)} cars with enough green laps for one.`,
  }
}

/** The highest readings of the trap, on average over the cars. */
function topSpeeds(car: CoachedCar): Written {
  const highest = car.patterns
    .filter(({ carClass }) => carClass === car.pattern.carClass)
    .flatMap((pattern) => {
      const speeds = speedsOf(coachedCar(car, pattern), ({ isClean }) => isClean)
      return speeds.toSorted((a, b) => Number(b.value) - Number(a.value))[0] ?? []
    })
  if (highest.length === 0)
    return { outcome: 'not-in-data', sentences: [note`No trap speed was measured in this race.`] }
  const mean = computedFact('mean', highest, 'speed', 'Mean over the field: top speed')
  const cars = computedFact('count', highest, 'count', 'Cars with a trap speed on a green lap')
  return {
    sentences: [
      fact`The field's average top speed was ${exact(mean)}, over ${exact(cars)} cars, each by its highest reading at the trap on a green lap.`,
    ],
    computed: [mean, cars],
    asked: [mean],
  }
}

/** The own pace there, where the question sets it beside the field's. */
function ownBeside({ part: { text, scope } }: Ask, car: CoachedCar): Sentence | undefined {
  if (!/\b(?:my|mine|me|i|vs|versus|against|compared)\b/i.test(text)) return undefined
  if (car.pattern.car !== scope.car) return undefined
  const { section } = scope
  const at = section === undefined ? 'lap' : fieldOf(section)
  const figures = section === undefined ? car.pattern.lap : figuresOf(car.pattern, section)
  if (typeof figures?.paceMs !== 'number' || typeof figures.paceGapMs !== 'number') return undefined
  return fact`Car ${short(car.own('car'))} has a pace of ${exact(car.own(`${at}.paceMs`))} there, ${offOrAhead(car.own(`${at}.paceGapMs`))} the quick quarter, ${paceRankCited(car, at)}.`
}

const onlyCorrected = note`Both are paces with the track taken out: the field median is the car in the middle, the quick quarter the pace that a quarter of the cars reach.`

/** A signed figure's direction is a word. */
function way({ kind, field }: FieldFigure, value: unknown): string {
  const ms = Number(value)
  if (kind === 'slope') return ms < 0 ? ' quicker' : ' slower'
  if (field === 'gapToCompositeMs') return ms < 0 ? ' ahead' : ' off'
  return ''
}

function isAboutPace({ part: { figure, reference, text } }: Ask): boolean {
  return (
    figure === 'quick-quarter' ||
    figure === 'field-median' ||
    figure === 'pace' ||
    (figure === undefined && reference === 'quick-quarter') ||
    /quick quarter|field median|median of the field|fast guys/i.test(text)
  )
}

function figureIn(text: string): string {
  if (/standard deviation|\bstd|spread/i.test(text)) return 'std'
  if (/composite/i.test(text)) return 'gap-to-composite'
  if (/best lap/i.test(text)) return 'best'
  if (/consisten/i.test(text)) return 'consistency-score'
  if (/median/i.test(text)) return 'median'
  return 'mean'
}

function paceSentence(car: CoachedCar, of: 'lap' | NonNullable<Ask['part']['scope']['section']>) {
  const field = car.weather.field[car.key]
  if (typeof field?.quickQuarterMs[of] !== 'number' || typeof field.fieldMedianMs[of] !== 'number')
    return undefined
  const quick = car.day(`field.${car.key}.quickQuarterMs.${of}`)
  const median = car.day(`field.${car.key}.fieldMedianMs.${of}`)
  const cars = exact(car.day(`field.${car.key}.cars.${of}`))
  const where = of === 'lap' ? 'By lap' : ['In ', sectionCited(car, of)]
  const sentence: Sentence = fact`${where} the quick quarter's pace is ${exact(quick)} and the field median ${exact(median)}, the track taken out, over ${cars} cars with a pace.`
  return { sentence, asked: [quick, median] }
}
