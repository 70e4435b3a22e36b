import type { AnswerIntent } from '../draft.ts'
import { bestLap, idealLap } from './laps/best-lap.ts'
import { bestRun } from './laps/best-run.ts'
import { answerOfCar, answerOfLaps } from './car-answer.ts'
import { paceOver, strengthsOver, whereOver } from './laps/chosen-laps.ts'
import { consistencyOver, drivenOver, idealOver, sectionOver } from './laps/driven-over.ts'
import { composite } from './pace/composite.ts'
import { figureDifference } from './laps/figure-difference.ts'
import { lapClock } from './laps/lap-clock.ts'
import { lapSum } from './laps/lap-sum.ts'
import { lapsWithin } from './laps/laps-within.ts'
import { nearestLap, nthLap } from './laps/nth-lap.ts'
import { gapToComposite } from './pace/gap-to-composite.ts'
import { halvesOver, phases } from './pace/phases.ts'
import { streaks } from './pace/streaks.ts'
import { trend } from './pace/development.ts'
import { driverOrCar } from './pace/driver-or-car.ts'
import { fieldFigures } from './race/field-figures.ts'
import { lapApart } from './laps/lap-apart.ts'
import { lapStd, meanLap, medianLap } from './laps/lap-figures.ts'
import { countedLaps, countedOver, whyNotCounted } from './laps/ledger.ts'
import { worstLap } from './laps/worst-lap.ts'
import { pace } from './pace/pace.ts'
import { sectionFigures } from './pace/section-figures.ts'
import { severalCars } from './compare/several-cars.ts'
import { consistency } from './pace/steadiness.ts'
import { sameSection } from './pace/same-section.ts'
import { spread } from './pace/spread.ts'
import { strengths } from './pace/strengths.ts'
import { subSections } from './pace/sub-sections.ts'
import { straightOrCorners } from './pace/straight-or-corners.ts'
import { topSpeedAsked } from './pace/trap-speed.ts'
import { card } from './pace/card.ts'
import { improved } from './pace/improved.ts'
import { oneBestOr } from './season/best-over-races.ts'
import { targetMet } from './season/weekend.ts'
import { whereTime } from './pace/where-time.ts'
import { whySlow } from './laps/why-slow.ts'
import { carSummary, radioLine } from './pace/car-summary.ts'
import { onboard } from './pace/onboard.ts'
import { repeat } from './pace/repeat.ts'
import { workOn } from './pace/work-on.ts'

/** What is answered of a car in a race, by intent. */
export const carAnswers: readonly (readonly [intent: string, answer: AnswerIntent])[] = [
  ['where-time', answerOfCar(whereTime, whereOver)],
  ['work-on', answerOfCar(workOn, whereOver)],
  ['card', answerOfCar(card)],
  ['repeat', answerOfCar(repeat)],
  ['best-lap', oneBestOr(answerOfCar(bestLap, drivenOver('best', 'best green lap')))],
  ['ideal-lap', answerOfCar(idealLap, idealOver)],
  ['median-lap', answerOfCar(medianLap, drivenOver('median', 'median'))],
  ['mean-lap', answerOfCar(meanLap, drivenOver('mean', 'mean'))],
  ['lap-std', answerOfCar(lapStd, drivenOver('std', 'standard deviation'))],
  ['gap-to-composite', answerOfCar(gapToComposite)],
  ['composite', composite],
  ['worst-lap', answerOfCar(worstLap, drivenOver('highest', 'slowest green lap'))],
  ['nth-lap', answerOfLaps(nthLap)],
  ['nearest-lap', answerOfLaps(nearestLap)],
  ['best-run', answerOfLaps(bestRun)],
  ['laps-within', answerOfLaps(lapsWithin)],
  ['figure-difference', answerOfLaps(figureDifference)],
  ['lap-sum', answerOfLaps(lapSum)],
  ['lap-clock', answerOfLaps(lapClock)],
  ['lap-apart', answerOfLaps(lapApart)],
  ['why-slow', answerOfLaps(whySlow)],
  ['why-not-counted', answerOfLaps(whyNotCounted)],
  ['counted-laps', answerOfCar(countedLaps, countedOver)],
  ['consistency', answerOfCar(consistency, consistencyOver)],
  ['spread', answerOfCar(spread, drivenOver('spread', 'spread'))],
  ['trend', answerOfCar(trend, halvesOver)],
  ['phases', answerOfCar(phases, halvesOver)],
  ['streaks', answerOfCar(streaks)],
  ['same-section', answerOfCar(sameSection)],
  ['strengths', answerOfCar(strengths, strengthsOver)],
  ['sub-sections', answerOfCar(subSections)],
  ['section-figures', oneBestOr(answerOfCar(sectionFigures, sectionOver))],
  ['field-figures', fieldFigures],
  ['pace', answerOfCar(pace, paceOver)],
  ['onboard', answerOfCar(onboard)],
  ['straight-or-corners', answerOfCar(straightOrCorners)],
  ['driver-or-car', answerOfCar(driverOrCar)],
  ['top-speed', topSpeedAsked],
  ['radio-line', answerOfCar(radioLine)],
  ['summary', answerOfCar(carSummary, paceOver)],
  ['target-met', targetMet],
  ['improved', improved],
  ['several-cars', severalCars],
]
