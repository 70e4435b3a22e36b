import { countCited, lapsCited, lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { isInRow, said, tooFew } from './chosen-laps.ts'
import { wantedTimes, type WantedTimes } from './wanted-times.ts'

/** Times added up: of the laps that were named, counted or not; of all laps; or what they are over the quickest. */
export function lapSum(question: CarQuestion): Written {
  const chosen = wantedTimes(question)
  const { wanted, text } = question.ask.part
  if (wanted?.as === 'sum' && wanted.isLoss === true) return lossOf(question, chosen)
  const isGreen = /\b(?:green|clean|counted|counting)\b/i.test(text)
  const laps = isGreen ? chosen.selection.laps : everyLap(question)
  const timed = laps.filter(({ timeMs }) => timeMs[chosen.of] !== undefined)
  const times = timed.map(({ lap }) => question.car.own(`laps.${lap}.timeMs.${chosen.of}`))
  if (times.length === 0) return tooFew(question, chosen.selection)
  const sum = computedFact('sum', times, chosen.kind, `${chosen.label}: added up`)
  const n = computedFact('count', times, 'count', `${chosen.label}: how many`)
  const mean = computedFact('mean', times, chosen.kind, `${chosen.label}: mean of them`)
  const which = isGreen ? 'green lap' : 'lap'
  return {
    sentences: [
      fact`${namesOf(question, timed, which)}${chosen.where} add up to ${exact(sum)}: ${countCited(n, which)}, as driven, ${exact(mean)} on average.`,
      isGreen ? undefined : notGreen(question, timed),
    ],
    computed: [sum, n, mean],
    asked: [sum],
    suggestions: ['What is my average lap?', "Which laps don't count?", 'How consistent am I?'],
  }
}

/** All that the filter or the lap numbers of a question leave, green or not. */
function everyLap({ ask: { part }, car }: CarQuestion): readonly LapEntry[] {
  const { laps: named = [], lap, filter = {} } = part.scope
  const only = named.length > 0 || lap === undefined ? named : [lap]
  const { fromLap = 1, toLap = Infinity, without = [] } = filter
  return Object.values(car.pattern.laps).filter(
    (one) =>
      (only.length === 0 || only.includes(one.lap)) &&
      one.lap >= fromLap &&
      one.lap <= toLap &&
      !without.includes(one.lap),
  )
}

function namesOf({ car }: CarQuestion, laps: readonly LapEntry[], noun: string): Piece {
  const cited = laps.map(({ lap }) => car.own(`laps.${lap}.lap`))
  const [first, last] = [cited[0], cited.at(-1)]
  const isRow = first !== undefined && last !== undefined && isInRow(laps.map(({ lap }) => lap))
  return isRow ? ['Your ', lapSpan(first, last)] : `Your ${noun}s`
}

function notGreen({ car }: CarQuestion, laps: readonly LapEntry[]) {
  const others = laps.filter(({ isClean }) => !isClean)
  if (others.length === 0) return undefined
  const cited = others.map(({ lap }) => car.own(`laps.${lap}.lap`))
  return fact`Among them ${lapsCited(cited)} ${others.length === 1 ? 'is no green lap' : 'are no green laps'}.`
}

/** What the green laps are over the quickest of them, added up: time that was left, not a loss to anybody. */
function lossOf(question: CarQuestion, chosen: WantedTimes): Written {
  const { times, selection, label, where, kind } = chosen
  if (times.length < 2) return tooFew(question, selection)
  const over = computedFact('sum-over-best', times, 'gap', `${label}: over the quickest, added up`)
  const best = computedFact('best', times, kind, `${label}: the quickest`)
  const others: Fact = computedFact('count', times, 'count', `${label}: how many`)
  const what = where === '' ? 'your quickest green lap' : 'your quickest time'
  return {
    sentences: [
      fact`Added up, ${countCited(others, 'green lap')}${said(selection)} are ${exact(over)} over ${what}${where}, ${exact(best)}, as driven.`,
      ...selection.notes,
    ],
    computed: [over, best, others],
    asked: [over],
    suggestions: ['Where do I lose time?', 'What would I gain by repeating my best laps?'],
  }
}
