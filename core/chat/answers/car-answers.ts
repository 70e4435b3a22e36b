import type { AnswerIntent } from '../draft.ts'
import { bestLap, idealLap } from './best-lap.ts'
import { answerOfCar } from './car-answer.ts'
import { countOver, drivenOver, idealOver, paceOver, steadyOver, whereOver } from './chosen-laps.ts'
import { composite, gapToComposite } from './composite.ts'
import { phases, streaks, trend } from './development.ts'
import { fieldFigures } from './field-figures.ts'
import { lapApart } from './lap-apart.ts'
import { lapStd, meanLap, medianLap } from './lap-figures.ts'
import { countedLaps, whyNotCounted, worstLap } from './ledger.ts'
import { pace } from './pace.ts'
import { sectionFigures } from './section-figures.ts'
import { severalCars } from './several-cars.ts'
import { consistency, sameSection, spread, strengths } from './steadiness.ts'
import { subSections } from './sub-sections.ts'
import { straightOrCorners, topSpeed } from './trap-speed.ts'
import { card, improved, targetMet } from './weekend.ts'
import { whereTime } from './where-time.ts'
import { whySlow } from './why-slow.ts'
import { carSummary, onboard, radioLine, repeat, workOn } from './work-on.ts'

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
  ['lap-apart', answerOfCar(lapApart)],
  ['why-slow', answerOfCar(whySlow)],
  ['why-not-counted', answerOfCar(whyNotCounted)],
  ['counted-laps', answerOfCar(countedLaps, countOver)],
  ['consistency', answerOfCar(consistency, steadyOver)],
  ['spread', answerOfCar(spread, drivenOver('spread', 'spread'))],
  ['trend', answerOfCar(trend, paceOver)],
  ['phases', answerOfCar(phases, paceOver)],
  ['streaks', answerOfCar(streaks)],
  ['same-section', answerOfCar(sameSection)],
  ['strengths', answerOfCar(strengths, whereOver)],
  ['sub-sections', answerOfCar(subSections)],
  ['section-figures', answerOfCar(sectionFigures, whereOver)],
  ['field-figures', fieldFigures],
  ['pace', answerOfCar(pace, paceOver)],
  ['onboard', answerOfCar(onboard)],
  ['straight-or-corners', answerOfCar(straightOrCorners)],
  ['top-speed', answerOfCar(topSpeed)],
  ['radio-line', answerOfCar(radioLine)],
  ['summary', answerOfCar(carSummary, paceOver)],
  ['target-met', targetMet],
  ['improved', improved],
  ['several-cars', severalCars],
]
