import { countCited, offOrAhead, signedRange } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { gapBetween, quickerOrSlower } from '../counted-words.ts'
import { isSubSection, isTimed, placeNamed } from '../named-in.ts'
import { sectionFigures } from './section-figures.ts'
import { subSections } from './sub-sections.ts'
import { withoutPace } from '../few-green-laps.ts'
import { amongRanked, turned } from '../yes-no.ts'

/** A car's pace (D12), its gap to the quick quarter with the interval, its rank, the field median beside. */
export function pace(question: CarQuestion): Written {
  const { ask, car } = question
  const place = placeNamed(ask)
  if (place !== undefined && isTimed(car, place))
    return isSubSection(place) ? subSections(question) : sectionFigures(question, 'pace-gap')
  const { own, pattern, key } = car
  if (pattern.lap.paceMs === null) return withoutPace(car, 'pace')
  if (pattern.lap.paceGapMs === null)
    return {
      sentences: [
        fact`Your pace is ${exact(own('lap.paceMs'))}, the track taken out, over ${countCited(own('lap.paceN'), 'green lap')}.`,
        note`The field is too small for a quick quarter, so there is no gap to it.`,
      ],
      asked: [own('lap.paceMs')],
    }
  const gap = own('lap.paceGapMs')
  const median = car.day(`field.${key}.fieldMedianMs.lap`)
  const toMedian = gapBetween(
    own('lap.paceMs'),
    median,
    `Car ${pattern.car}, pace against the field median`,
  )
  const isFast = amongRanked(pattern.lap.paceRank, pattern.lap.paceOf)
  return {
    verdict: /\b(?:slow\w*|bad|poor|rubbish)\b/i.test(ask.part.text) ? turned(isFast) : isFast,
    sentences: [
      fact`Your pace is ${offOrAhead(gap)} the quick quarter of the field, ${exact(own('lap.paceRank'))} of ${exact(own('lap.paceOf'))}, over ${countCited(own('lap.paceN'), 'green lap')}${anything(own('lap.paceGapLowMs'), own('lap.paceGapHighMs'))}.`,
      fact`That is a lap of ${exact(own('lap.paceMs'))} with the track taken out; against the field median, ${exact(median)}, it is ${quickerOrSlower(toMedian)}.`,
      asDriven(question),
    ],
    computed: [toMedian],
    asked: [gap, own('lap.paceRank')],
    also: [own('lap.paceN'), car.day(`field.${key}.quickQuarterMs.lap`)],
    suggestions: ['Where do I lose time?', 'Was I quicker than my result?', 'Did I fade?'],
  }
}

/** What else fits the laps. */
function anything(low: Fact, high: Fact): Piece {
  if (low.value === null || high.value === null) return ''
  return ['; anything from ', signedRange(low, high, ['ahead', 'off']), ' fits your laps']
}

function asDriven({ car: { own, pattern } }: CarQuestion) {
  if (pattern.clean.medianMs === null) return undefined
  return note`As driven, your median green lap was ${exact(own('clean.medianMs'))}.`
}
