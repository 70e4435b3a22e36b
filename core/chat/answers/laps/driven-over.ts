import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { type Quantity, sectionIds } from '#core/domain/quantity.ts'
import { computedFact, type Operation } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { said, steadyOver, timesOf, tooFew } from './chosen-laps.ts'
import { selectLaps } from '../lap-selection.ts'
import { isTimed, placeCited, placeNamed } from '../named-in.ts'

/** A figure of lap or section times over the laps that the question chose, as driven, all green laps beside. */
export function drivenOver(
  operation: Operation,
  words: string,
): (question: CarQuestion) => Written {
  return (question) => {
    const { ask, car } = question
    const place = placeNamed(ask)
    const of = place !== undefined && isTimed(car, place) ? place : 'lap'
    const selection = selectLaps(car, ask.part.scope)
    const times = timesOf(car, selection, of)
    if (times.length < (operation === 'std' || operation === 'spread' ? 2 : 1))
      return tooFew(question, selection)
    const isGap = ['std', 'spread', 'range', 'half-spread'].includes(operation)
    const kind = isGap ? 'gap' : of === 'lap' ? 'lap-time' : 'section-time'
    const label = `Car ${car.pattern.car}, ${of}, chosen green laps: ${words}`
    const figure = computedFact(operation, times, kind, label)
    const n = computedFact('count', times, 'count', `${label}, how many`)
    const all = wholeRace(car, of, operation)
    const where: Piece = of === 'lap' ? '' : [' in ', placeCited(car, ask, of)]
    const which =
      operation === 'best' || operation === 'highest' ? onLap(car, times, Number(figure.value)) : ''
    return {
      sentences: [
        fact`Your ${words}${where} was ${exact(figure)}${which} over ${countCited(n, 'green lap')}${said(selection)}, as driven.`,
        selection.laps.length === car.pattern.cleanLaps
          ? note`That leaves no green lap out.`
          : all &&
            fact`Over all ${countCited(car.own('cleanLaps'), 'green lap')} it is ${exact(all)}.`,
        ...selection.notes,
      ],
      computed: [figure, n],
      asked: [figure, n],
      suggestions: ['And over all laps?', 'Where do I lose time?'],
    }
  }
}

const publishedAs: { readonly [operation in Operation]?: string } = {
  mean: 'meanMs',
  median: 'medianMs',
  std: 'stdMs',
  best: 'bestMs',
}

/** The same figure over all green laps, where it is published. */
function wholeRace({ own }: CoachedCar, of: Quantity, operation: Operation): Fact | undefined {
  const field = publishedAs[operation]
  if (field === undefined || of.length > 3) return undefined
  if (of !== 'lap' && !sectionIds.some((id) => id === of)) return undefined
  const all = own(of === 'lap' ? `clean.${field}` : `sections.${of}.${field}`)
  return all.value === null ? undefined : all
}

function onLap({ own }: CoachedCar, times: readonly Fact[], value: number): Piece {
  const lap = /#laps\.(\d+)\./.exec(times.find((time) => time.value === value)?.id ?? '')?.[1]
  return lap === undefined ? '' : [' on ', exact(own(`laps.${lap}.lap`))]
}

/** The best sections of the chosen laps put together. */
export function idealOver(question: CarQuestion): Written {
  const { ask, car } = question
  const selection = selectLaps(car, ask.part.scope)
  const bests = sectionIds.flatMap((section) => {
    const [best] = timesOf(car, selection, section).toSorted(
      (a, b) => Number(a.value) - Number(b.value),
    )
    return best === undefined ? [] : [best]
  })
  if (bests.length < sectionIds.length) return tooFew(question, selection)
  const ideal = computedFact(
    'sum',
    bests,
    'lap-time',
    `Car ${car.pattern.car}: ideal lap of the chosen green laps`,
  )
  const laps = selection.laps.map(({ lap }) => car.own(`laps.${lap}.lap`))
  const n = computedFact('count', laps, 'count', `Car ${car.pattern.car}: chosen green laps`)
  return {
    sentences: [
      fact`The best sections of ${countCited(n, 'green lap')}${said(selection)} make ${exact(ideal)}.`,
      car.pattern.idealCleanMs === null
        ? undefined
        : fact`Those of all your green laps make ${exact(car.own('idealCleanMs'))}.`,
      ...selection.notes,
    ],
    computed: [ideal, n],
    asked: [ideal],
    suggestions: ['And over all laps?', 'What was my best lap?'],
  }
}

/** How many green laps the choice leaves. */
export function countOver({ ask, car }: CarQuestion): Written {
  const selection = selectLaps(car, ask.part.scope)
  const laps = selection.laps.map(({ lap }) => car.own(`laps.${lap}.lap`))
  if (laps.length === 0) return tooFew({ ask, car }, selection)
  const n = computedFact('count', laps, 'count', `Car ${car.pattern.car}: chosen green laps`)
  return {
    sentences: [
      fact`${countCited(n, 'green lap')}${said(selection)}, of ${exact(car.own('cleanLaps'))} in all.`,
      ...selection.notes,
    ],
    computed: [n],
    asked: [n],
    suggestions: ['Where do I lose time on those laps?', "Which laps don't count?"],
  }
}

/** The figure of a section that was named, over the chosen laps; its median where none was. */
export function sectionOver(question: CarQuestion): Written {
  const write = byFigure[question.ask.part.figure ?? ''] ?? drivenOver('median', 'median')
  return write(question)
}

const byFigure: { readonly [figure: string]: (question: CarQuestion) => Written } = {
  mean: drivenOver('mean', 'mean'),
  std: drivenOver('std', 'standard deviation'),
  spread: drivenOver('spread', 'spread'),
  best: drivenOver('best', 'best'),
}

/** How steady the chosen laps are; of a section their standard deviation there. */
export function consistencyOver(question: CarQuestion): Written {
  return placeNamed(question.ask) === undefined
    ? steadyOver(question)
    : drivenOver('std', 'standard deviation')(question)
}
