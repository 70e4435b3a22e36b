import type { CoachedCar } from '#core/composer/coached-car.ts'
import { asOne, exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { speedsBeside, speedsOf } from '../pace/speeds.ts'
import { fasterThan } from '../pace/trap-verdict.ts'
import type { CarTelling } from '../telling.ts'
import { gapBetween } from '../counted-words.ts'
import { answering, isOfOther } from '../yes-no.ts'

export type Two = CarTelling & { readonly rival: CoachedCar }

export const name = (car: CoachedCar): Piece => exact(car.own('car'))

const figureFields: Readonly<Record<string, readonly [string, string]>> = {
  mean: ['clean.meanMs', 'Average of the green laps'],
  median: ['clean.medianMs', 'Median of the green laps'],
  std: ['clean.stdMs', 'Standard deviation of the green laps'],
  best: ['bestLap.lapTimeMs', 'Best lap'],
  ideal: ['idealLapMs', 'Own best sections put together'],
  steadiness: ['steadyMs', 'Half of the laps lie within ±'],
  'consistency-score': ['consistencyScore', 'Consistency score'],
  'gap-to-composite': ['gapToCompositeMs', 'Best lap off the best-case composite'],
  trend: ['trend.slopeMsPerLap', 'Trend against the field'],
  position: ['position', 'Place in the results'],
}

/** The figure that was named, of one car: undefined where it has none, or where no one figure is meant. */
export function figureOfCar(car: CoachedCar, figure: string) {
  const [field, words] = figureFields[figure] ?? []
  if (field === undefined || words === undefined || figure === 'trend') return undefined
  const shown = isThere(car, field) ? car.own(field) : undefined
  return shown === undefined || shown.value === null ? undefined : { shown, words }
}

/** At the trap, as a question after both cars asks; undefined where it was not measured of both. */
function speedTold({ ask, car, rival, keep }: Two) {
  const told = speedsBeside(car, rival)
  if (told === undefined) {
    const [lacking, other] = [car, rival].filter((one) => speedsOf(one, () => true).length === 0)
    const whom: Piece = other === undefined && lacking !== undefined ? name(lacking) : 'either car'
    return {
      asked: [],
      sentence: note`No trap speed was measured for ${whom} in this race.`,
    }
  }
  told.computed.forEach(keep)
  const [own, theirs] = told.asked
  const verdict = own && theirs && fasterThan(ask.part.text, own, theirs)
  return {
    asked: told.asked,
    sentence: answering(
      ask.part.text,
      verdict,
      asOne(told.sentence, told.medians) ?? told.sentence,
    ),
  }
}

/** The figure that was named, of both cars, by its definition. */
export function figureTold(two: Two, figure: string) {
  if (figure === 'top-speed') return speedTold(two)
  const [field, words] = figureFields[figure] ?? []
  if (field === undefined || words === undefined || figure === 'trend') return undefined
  const of = (one: CoachedCar) => {
    const found = isThere(one, field) ? one.own(field) : undefined
    return found?.value === null ? undefined : found
  }
  const [own, theirs] = [of(two.car), of(two.rival)]
  if (own === undefined || theirs === undefined) return undefined
  const gap = sign(figure, own)
  return {
    asked: [own, theirs],
    sentence: answering(
      two.ask.part.text,
      isAsSaid(two, figure, own, theirs),
      fact`${words}: ${gap}${exact(own)} for ${name(two.car)}, ${sign(figure, theirs)}${exact(theirs)} for ${name(two.rival)}${apart(two, figure, own, theirs)}${over(two, figure)}${jointBeside(two, figure)}.`,
    ),
  }
}

/** "Is my average quicker than 13's?", "am I more consistent than 22?": less is better, but of a score. */
function isAsSaid({ ask, car }: Two, figure: string, own: Fact, theirs: Fact): boolean | undefined {
  const [, better, worse] =
    /\b(?:(quicker|faster|better|lower|smaller|less|more consistent|steadier|closer)|(slower|worse|higher|bigger|larger|less consistent))\b/i.exec(
      ask.part.text,
    ) ?? []
  if ((better ?? worse) === undefined || own.value === theirs.value) return undefined
  const isLess = Number(own.value) < Number(theirs.value) !== (figure === 'consistency-score')
  const isBetter = isOfOther(ask.part.text, car) ? !isLess : isLess
  return worse === undefined ? isBetter : !isBetter
}

const isThere = ({ pattern }: CoachedCar, field: string) =>
  !field.startsWith('bestLap') || pattern.bestLap !== null

/** A gap's text is its magnitude: one below zero is said to be under. */
function sign(figure: string, { value }: Fact): string {
  return figure === 'gap-to-composite' && Number(value) < 0 ? 'under it by ' : ''
}

/** Times of laps: by how much the one is quicker. */
function apart({ car, rival, keep }: Two, figure: string, own: Fact, theirs: Fact): Piece {
  if (!['best', 'mean', 'median', 'ideal'].includes(figure)) return ''
  const gap = keep(gapBetween(own, theirs, `Car ${car.pattern.car} less car ${rival.pattern.car}`))
  if (Number(gap.value) === 0) return ''
  return [', ', name(Number(gap.value) < 0 ? car : rival), ' quicker by ', exact(gap)]
}

function over({ car, rival }: Two, figure: string): Piece {
  if (!['mean', 'median', 'std'].includes(figure)) return ''
  return [', over ', exact(car.own('clean.n')), ' and ', exact(rival.own('clean.n')), ' laps']
}

/** The sum can be slower than a lap really driven; then the joint composite stands beside it (D6). */
function jointBeside({ car, rival, race }: Two, figure: string): Piece {
  const isShown = race.race.classes[car.key]?.composite.shown === 'joint'
  if (figure !== 'gap-to-composite' || !isShown) return ''
  const gaps = [car, rival].map((one) => one.own('gapToJointMs'))
  if (gaps.some(({ value }) => value === null)) return ''
  return ['; off the joint composite it is ', listed(gaps.map(exact))]
}
