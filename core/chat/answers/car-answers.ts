import type { AnswerIntent } from '../draft.ts'
import { bestLap, idealLap } from './best-lap.ts'
import { bestRun } from './best-run.ts'
import { answerOfCar, answerOfLaps } from './car-answer.ts'
import { paceOver, strengthsOver, whereOver } from './chosen-laps.ts'
import { consistencyOver, drivenOver, idealOver, sectionOver } from './driven-over.ts'
import { composite } from './composite.ts'
import { figureDifference } from './figure-difference.ts'
import { lapClock } from './lap-clock.ts'
import { lapsWithin } from './laps-within.ts'
import { nearestLap, nthLap } from './nth-lap.ts'
import { gapToComposite } from './gap-to-composite.ts'
import { halvesOver, phases } from './phases.ts'
import { streaks } from './streaks.ts'
import { trend } from './development.ts'
import { fieldFigures } from './field-figures.ts'
import { lapApart } from './lap-apart.ts'
import { lapStd, meanLap, medianLap } from './lap-figures.ts'
import { countedLaps, countedOver, whyNotCounted } from './ledger.ts'
import { worstLap } from './worst-lap.ts'
import { pace } from './pace.ts'
import { sectionFigures } from './section-figures.ts'
import { severalCars } from './several-cars.ts'
import { consistency } from './steadiness.ts'
import { sameSection } from './same-section.ts'
import { spread } from './spread.ts'
import { strengths } from './strengths.ts'
import { subSections } from './sub-sections.ts'
import { straightOrCorners } from './straight-or-corners.ts'
import { topSpeedAsked } from './trap-speed.ts'
import { card } from './card.ts'
import { improved } from './improved.ts'
import { targetMet } from './weekend.ts'
import { whereTime } from './where-time.ts'
import { whySlow } from './why-slow.ts'
import { carSummary, radioLine } from './car-summary.ts'
import { onboard } from './onboard.ts'
import { repeat } from './repeat.ts'
import { workOn } from './work-on.ts'

/** What is answered of a car in a race, by intent. */
export const carAnswers: readonly (readonly [intent: string, answer: AnswerIntent])[] = [
  ['where-time', answerOfCar(whereTime, whereOver)],
  ['work-on', answerOfCar(workOn, whereOver)],
  ['card', answerOfCar(card)],
  ['repeat', answerOfCar(repeat)],
  ['best-lap', answerOfCar(bestLap, drivenOver('best', 'best green lap'))],
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
  ['section-figures', answerOfCar(sectionFigures, sectionOver)],
  ['field-figures', fieldFigures],
  ['pace', answerOfCar(pace, paceOver)],
  ['onboard', answerOfCar(onboard)],
  ['straight-or-corners', answerOfCar(straightOrCorners)],
  ['top-speed', topSpeedAsked],
  ['radio-line', answerOfCar(radioLine)],
  ['summary', answerOfCar(carSummary, paceOver)],
  ['target-met', targetMet],
  ['improved', improved],
  ['several-cars', severalCars],
]
