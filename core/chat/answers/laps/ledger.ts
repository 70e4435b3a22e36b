import { reasons } from '#core/composer/coaching-few-laps.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { countCited, raceCited, sectionCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { ExclusionReason } from '#core/domain/exclusion.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { SectionId, SubSectionId } from '#core/domain/quantity.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { exactCapital } from './lap-in-words.ts'
import { lapsAsked, noSuchLap } from './asked-laps.ts'
import { countOver } from './driven-over.ts'
import { selectLaps } from '../lap-selection.ts'
import { isTimed, lapNamed, placeNamed } from '../named-in.ts'
import { quickestLaps } from './quickest-laps.ts'

const why: Readonly<Record<ExclusionReason, string>> = {
  'opening-lap': 'the opening lap begins at the start, not at speed, so it never does',
  'in-lap': 'it ended in the pit lane',
  'out-lap': 'it began in the pit lane',
  yellow: 'it was driven, at least in part, under yellow',
  'safety-car': 'it was driven behind the safety car',
  'red-flag': 'the race was stopped',
  restart: 'it is the lap of the restart: green at the line, but not when it began',
  'no-time': 'the sheet has no lap time for it',
  incomplete: 'a timing loop missed a section of it',
}

/** Why a lap does not count, or all those that do not. */
export function whyNotCounted(question: CarQuestion): Written {
  const { car, ask } = question
  const isOne = lapNamed(ask) !== undefined || (ask.part.scope.laps ?? []).length > 0
  if (!isOne) return notCounted(car, ask.part.text)
  const laps = lapsAsked(question)
  if (laps.length === 0) return noSuchLap(car)
  const doCount = laps.every(({ isClean }) => isClean)
  return {
    verdict: ofThoseLeftOut.test(ask.part.text.replace(/n't\b/g, '')) ? !doCount : doCount,
    sentences: laps.map((lap) => whyOf(car, lap)),
    asked: laps.map(({ lap }) => car.own(`laps.${lap}.isClean`)),
    also: [car.own('cleanLaps')],
    suggestions: ["Which laps don't count?", 'How many green laps did I do?'],
  }
}

function whyOf({ own }: CoachedCar, { lap, isClean, excludedBecause }: LapEntry) {
  const number = exactCapital(own(`laps.${lap}.lap`))
  if (!isClean)
    return fact`${number} does not count: ${listed(excludedBecause.map((reason) => why[reason]))}.`
  return excludedBecause.length === 0
    ? fact`${number} counts: it was under green from start to finish.`
    : fact`${number} counts, but ${why.incomplete}: it counts for the lap time and for the sections that it has.`
}

function notCounted(car: CoachedCar, text = ''): Written {
  const { own } = car
  const percent = /\bpercent\w*|%|\bshare\b|\bproportion\b|\bfraction\b/i.test(text)
    ? computedFact(
        'percentage',
        [own('cleanLaps'), own('lapsDone')],
        'percent',
        `Car ${car.pattern.car}: green laps of all`,
      )
    : undefined
  const told = reasons(car)
  const left = ofThoseLeftOut.test(text) && told.length > 0 ? leftOut(car) : undefined
  const isAll = car.pattern.cleanLaps === car.pattern.lapsDone
  return {
    verdict: left === undefined ? isAll : !isAll,
    sentences: [
      left !== undefined ? left.sentence : asksDone(text) ? done(car) : howMany(car, percent),
      ...(told.length === 0 ? [note`None is left out.`] : told),
    ],
    computed: [percent, left?.count],
    asked: left === undefined ? [own('cleanLaps'), own('lapsDone')] : [left.count],
    also: [own('cleanLaps')],
    suggestions: ['What is my median lap?', 'Where do I lose time?'],
  }
}

const ofThoseLeftOut =
  /\b(?:don'?t|do not|didn'?t|did not|doesn'?t|does not|not|never|aren'?t|weren'?t|no longer) (?:\w+ )?(?:count\w*|green|clean|used|included|valid)\b|\b(?:un|dis)count\w*|\b(?:left|thrown|taken|ruled|leave|throw) out\b|\bexclud\w*|\binvalid\w*|\bbinned\b|\bdiscard\w*|\bignored?\b/i

/** "How many of my laps don't count?" */
function leftOut({ own, pattern }: CoachedCar) {
  const laps = Object.values(pattern.laps)
    .filter(({ isClean }) => !isClean)
    .map(({ lap }) => own(`laps.${lap}.lap`))
  const count = computedFact('count', laps, 'count', `Car ${pattern.car}: laps that do not count`)
  const verb = laps.length === 1 ? 'does' : 'do'
  return {
    count,
    sentence: fact`${exact(count)} of your ${countCited(own('lapsDone'), 'lap')} ${verb} not count; ${exact(own('cleanLaps'))} ran under green from start to finish.`,
  }
}

/** "How many laps did I complete?": all of them, counted or not. */
const asksDone = (text: string) =>
  /\blaps?\b.*\b(?:complet\w*|did|do|done|dr[io]ve\w*|finish\w*|run|ran|manage\w*|get (?:in|through))\b/i.test(
    text,
  ) &&
  !/\b(?:count\w*|green|clean|valid|good|proper|used|included|flying|pit\w*|lead|led)\b/i.test(text)

function done({ own, ofRace }: CoachedCar): Sentence {
  return fact`You did ${countCited(own('lapsDone'), 'lap')} of the race's ${exact(ofRace('raceLaps'))}; ${exact(own('cleanLaps'))} of them ran under green from start to finish.`
}

function howMany({ own, pattern }: CoachedCar, percent?: Fact): Sentence {
  const laps = countCited(own('lapsDone'), 'lap')
  if (pattern.cleanLaps === 0)
    return fact`You did ${laps}, and none counts: none was under green from start to finish.`
  const verb = pattern.cleanLaps === 1 ? 'counts' : 'count'
  const share: Piece = percent === undefined ? '' : [', ', exact(percent)]
  return fact`${exact(own('cleanLaps'))} of your ${laps} ${verb}${share}: under green from start to finish.`
}

/** How many laps count; the list of them where it is asked for. */
export function countedLaps({ ask, car }: CarQuestion): Written {
  if (ofTheField.test(ask.part.text)) return countedInField(car)
  const quickest = quickestLaps({ ask, car })
  if (quickest !== undefined) return quickest
  const counted = notCounted(car, ask.part.text)
  if (!wantsTimes(ask)) return counted
  const times = timesTold(car, Object.values(car.pattern.laps), placeNamed(ask))
  return {
    ...counted,
    sentences: [times.sentence, ...counted.sentences],
    asked: times.asked,
  }
}

const ofTheField =
  /\b(?:the (?:whole )?field|all (?:the )?cars|everyone|everybody|the whole race)\b/i

function countedInField({ ofRace, race }: CoachedCar): Written {
  const [laps, green] = [ofRace('laps'), ofRace('cleanLaps')]
  return {
    sentences: [
      fact`In ${raceCited(race.raceId)} ${exact(green)} of the ${exact(laps)} laps of all cars count: under green from start to finish.`,
    ],
    asked: [green, laps],
    suggestions: ['How many of my laps count?', 'Were there any yellows?'],
  }
}

const asksHowMany =
  /\bhow (?:many|much)\b|\bnumber of\b|\bcount\w*|\bvalid\b|\bgreen\b|\bclean\b|\bpercent\w*|%/i

/** How many of the chosen laps count; the times of those that are named where times are asked for. */
export function countedOver(question: CarQuestion): Written {
  const { text, scope } = question.ask.part
  const isChosen = scope.filter !== undefined
  if (!wantsTimes(question.ask) && (isChosen || asksHowMany.test(text))) return countOver(question)
  const laps = isChosen
    ? selectLaps(question.car, question.ask.part.scope).laps
    : lapsAsked(question)
  const times = timesTold(question.car, laps, placeNamed(question.ask))
  if (laps.length === 0) return noSuchLap(question.car)
  const best = bestOf(question.car, laps)
  return {
    sentences: [times.sentence ?? note`The sheet has no times for these laps.`, best],
    asked: times.asked,
    suggestions: laps
      .slice(0, 2)
      .map(({ lap }) => ({ label: `Lap ${lap}`, text: `Take lap ${lap} apart` })),
  }
}

/** The quickest green one of several laps. */
function bestOf({ own }: CoachedCar, laps: readonly LapEntry[]): Sentence | undefined {
  const [best] = laps
    .filter(({ isClean, timeMs }) => isClean && timeMs.lap !== undefined)
    .toSorted((a, b) => (a.timeMs.lap ?? 0) - (b.timeMs.lap ?? 0))
  if (best === undefined || laps.length < 3) return undefined
  return fact`The best of them was ${exact(own(`laps.${best.lap}.lap`))} with ${exact(own(`laps.${best.lap}.timeMs.lap`))}.`
}

function wantsTimes({ part: { text } }: CarQuestion['ask']): boolean {
  if (/\blaps? (?:\w+ )?(?:counted|counts?|valid|green|clean)\b/i.test(text)) return false
  return /\blist\b|\b(?:one by one|lap by lap|each of (?:them|those))\b|\ball (?:my |the )?lap|\bevery lap|(?:lap|section|sector|s[123]) ?times\b|(?:section|sector) [123] times\b|\bshow\b|lap chart/i.test(
    text,
  )
}

/** The times of laps, each with its lap and whether it counts. */
function timesTold(car: CoachedCar, laps: readonly LapEntry[], place?: SectionId | SubSectionId) {
  const { own } = car
  const of = place !== undefined && isTimed(car, place) ? place : 'lap'
  const timed = laps.filter(({ timeMs }) => timeMs[of] !== undefined)
  const parts = timed.map(({ lap, isClean }): Piece => [
    exact(own(`laps.${lap}.timeMs.${of}`)),
    ' (',
    exact(own(`laps.${lap}.lap`)),
    isClean ? ')' : ', not counted)',
  ])
  const what: Piece = of === 'lap' ? 'lap times' : ['times in ', sectionCited(car, of)]
  return {
    sentence: parts.length === 0 ? undefined : fact`Your ${what}: ${listed(parts)}.`,
    asked: timed.map(({ lap }) => own(`laps.${lap}.timeMs.${of}`)),
  }
}
