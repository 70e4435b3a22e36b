import {
  countCited,
  offOrAhead,
  offOrAheadAlone,
  sectionCited,
} from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { andOthers, exact, fact, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import {
  type Quantity,
  type SectionId,
  sectionIds,
  type SubSectionId,
} from '#core/domain/quantity.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { gapBetween } from '../counted-words.ts'
import { comparedWith } from './lap-in-words.ts'
import { type LapSelection, selectLaps } from '../lap-selection.ts'
import { isSubSection, isTimed, placeCited, placeNamed } from '../named-in.ts'

/** Fewer laps than this have no median worth comparing. */
const fewestForPace = 3

type Chosen = { readonly car: CoachedCar; readonly selection: LapSelection; readonly label: string }

export function timesOf(
  { own }: CoachedCar,
  { laps }: LapSelection,
  of: Quantity,
): readonly Fact[] {
  return laps
    .filter(({ timeMs }) => timeMs[of] !== undefined)
    .map(({ lap }) => own(`laps.${lap}.timeMs.${of}`))
}

/** Numbers one after the other. */
export function isInRow(laps: readonly number[]): boolean {
  return laps.every((lap, index) => lap === (laps[0] ?? 0) + index)
}

export function said({ said: words }: LapSelection): Piece {
  return Array.isArray(words) && words.length === 0 ? '' : [' ', words]
}

export function tooFew({ car }: CarQuestion, selection: LapSelection): Written {
  const n = selection.laps.map(({ lap }) => car.own(`laps.${lap}.lap`))
  const count =
    n.length === 0
      ? undefined
      : computedFact('count', n, 'count', `Car ${car.pattern.car}: chosen green laps`)
  const which = said(selection)
  return {
    outcome: 'not-in-data',
    sentences: [
      count === undefined
        ? note`That leaves no green lap${which}.`
        : note`That leaves ${countCited(count, 'green lap')}${which}: too few for this figure.`,
      ...selection.notes,
    ],
    computed: [count],
    also: [car.own('cleanLaps')],
    suggestions: ["Which laps don't count?", 'And over all laps?'],
  }
}

/** The pace in a quantity over the chosen laps, against the quick quarter of the whole race. */
function gapOver({ car, selection, label }: Chosen, of: Quantity) {
  const field = car.weather.field[car.key]?.quickQuarterMs[of]
  const times = selection.laps
    .filter(({ correctedMs }) => correctedMs[of] !== undefined)
    .map(({ lap }) => car.own(`laps.${lap}.correctedMs.${of}`))
  if (times.length < fewestForPace || typeof field !== 'number') return undefined
  const kind = of === 'lap' ? 'lap-time' : 'section-time'
  const median = computedFact('median', times, kind, `${label}, ${of}: median, the track taken out`)
  const n = computedFact('count', times, 'count', `${label}, ${of}: green laps`)
  const gap = gapBetween(
    median,
    car.day(`field.${car.key}.quickQuarterMs.${of}`),
    `${label}, ${of}: off the quick quarter`,
  )
  return { of, median, n, gap }
}

/** Where a car is off the quick quarter over the chosen laps: computed anew from its corrected times. */
export function whereOver(question: CarQuestion): Written {
  return sectionsOver(question, 'furthest')
}

/** Where it is closest to the quick quarter, or ahead of it, over the chosen laps. */
export function strengthsOver(question: CarQuestion): Written {
  return sectionsOver(question, 'closest')
}

function sectionsOver(question: CarQuestion, lead: 'furthest' | 'closest'): Written {
  const { ask, car } = question
  const selection = selectLaps(car, ask.part.scope)
  const chosen = { car, selection, label: `Car ${car.pattern.car}, chosen green laps` }
  const place = placeNamed(ask)
  if (place !== undefined && isTimed(car, place)) return placeOver(question, chosen, place)
  const sign = lead === 'furthest' ? 1 : -1
  const gaps = sectionIds
    .flatMap((section) => gapOver(chosen, section) ?? [])
    .toSorted((a, b) => sign * (Number(b.gap.value) - Number(a.gap.value)))
  const [first, ...others] = gaps
  if (first === undefined) return tooFew(question, selection)
  const isNowhereOff = lead === 'furthest' && Number(first.gap.value) < 0.5
  const rest = others.map(({ of, gap }): Piece => [
    sectionCited(car, of),
    ' ',
    offOrAheadAlone(gap),
  ])
  const tail = andOthers(rest)
  const laps: Piece = [countCited(first.n, 'green lap'), said(selection)]
  const word = lead === 'furthest' ? 'furthest off' : 'closest'
  const which = sectionCited(car, first.of)
  return {
    sentences: [
      isNowhereOff
        ? fact`Over ${laps}, you are nowhere off the quick quarter of the field: ${which} ${offOrAheadAlone(first.gap)}${tail}.`
        : fact`Over ${laps}, you are ${word} in ${which}: ${offOrAhead(first.gap)} the quick quarter of the field${tail}.`,
      besideAll(car, selection, first.of),
      anew,
      ...selection.notes,
    ],
    computed: gaps.flatMap(({ median, n, gap }) => [median, n, gap]),
    asked: gaps.map(({ gap }) => gap),
    suggestions: ['And over all laps?', 'What should I work on first?'],
  }
}

const anew = note`Computed anew for these laps, the track taken out; the quick quarter is that of the whole race.`

function besideAll({ own, pattern }: CoachedCar, { laps }: LapSelection, of: Quantity) {
  if (laps.length === pattern.cleanLaps) return note`That leaves no green lap out.`
  const section = sectionIds.find((id) => id === of)
  if (section === undefined || typeof pattern.sections[section]?.paceGapMs !== 'number')
    return undefined
  const at = `sections.${section}`
  const gap = own(`${at}.paceGapMs`)
  return fact`Over all ${countCited(own(`${at}.paceN`), 'green lap')} it is ${offOrAheadAlone(gap)} there.`
}

function placeOver(
  question: CarQuestion,
  chosen: Chosen,
  place: SectionId | SubSectionId,
): Written {
  const { car, selection } = chosen
  const gap = gapOver(chosen, place)
  if (gap === undefined) return tooFew(question, selection)
  return {
    sentences: [
      fact`Over ${countCited(gap.n, 'green lap')}${said(selection)}, you are ${offOrAhead(gap.gap)} the quick quarter of the field in ${placeCited(car, question.ask, place)}.`,
      isSubSection(place) ? undefined : besideAll(car, selection, place),
      anew,
      ...selection.notes,
    ],
    computed: [gap.median, gap.n, gap.gap],
    asked: [gap.gap],
    suggestions: ['And over all laps?', 'What should I work on first?'],
  }
}

/** The pace of a lap over the chosen laps, against the quick quarter and against all green laps. */
export function paceOver(question: CarQuestion): Written {
  const { ask, car } = question
  if (placeNamed(ask) !== undefined) return whereOver(question)
  const selection = selectLaps(car, ask.part.scope)
  const found = gapOver(
    { car, selection, label: `Car ${car.pattern.car}, chosen green laps` },
    'lap',
  )
  if (found === undefined) return tooFew(question, selection)
  const whole =
    car.pattern.lap.paceMs === null
      ? undefined
      : gapBetween(
          found.median,
          car.own('lap.paceMs'),
          `Car ${car.pattern.car}, chosen laps against all green laps`,
        )
  return {
    sentences: [
      fact`Over ${countCited(found.n, 'green lap')}${said(selection)}, your pace is ${exact(found.median)}, ${offOrAhead(found.gap)} the quick quarter of the field, the track taken out.`,
      whole && fact`That is ${comparedWith(whole, 'your pace over all green laps')}.`,
      ...selection.notes,
    ],
    computed: [found.median, found.n, found.gap, whole],
    asked: [found.gap],
    suggestions: ['And over all laps?', 'Where do I lose time?'],
  }
}

/** How steady the chosen laps are: half of them lie within ± of their middle. */
export function steadyOver(question: CarQuestion): Written {
  const { ask, car } = question
  const selection = selectLaps(car, ask.part.scope)
  const times = selection.laps
    .filter(({ correctedMs }) => correctedMs.lap !== undefined)
    .map(({ lap }) => car.own(`laps.${lap}.correctedMs.lap`))
  if (times.length < fewestForPace) return tooFew(question, selection)
  const label = `Car ${car.pattern.car}, chosen green laps, the track taken out`
  const steady = computedFact('half-spread', times, 'gap', `${label}: half of them lie within ±`)
  const n = computedFact('count', times, 'count', `${label}: how many`)
  return {
    sentences: [
      fact`Over ${countCited(n, 'green lap')}${said(selection)}, half lie within ±${exact(steady)}, the track taken out.`,
      car.pattern.steadyMs === null
        ? undefined
        : fact`Over all your green laps it is ±${exact(car.own('steadyMs'))}.`,
      ...selection.notes,
    ],
    computed: [steady, n],
    asked: [steady],
    suggestions: ['And over all laps?', 'Which section varies the most?'],
  }
}
