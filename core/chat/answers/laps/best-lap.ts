import type { CoachedCar } from '#core/composer/coached-car.ts'
import { lapsCited } from '#core/composer/cited-names.ts'
import { continued, exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { gapBetween, reasonWords } from '../counted-words.ts'
import { fastestLapOf } from './fastest-lap.ts'
import { noGreenLaps } from './lap-figures.ts'
import { lapSaid, placeNamed } from '../named-in.ts'
import { sectionFigures } from '../pace/section-figures.ts'

const ofAnyone = /\bwho\b|\bof the race\b|\boverall\b|\banyone\b|\bof all\b|fastest race lap/i

const asksWho = /\bwho\b/i

/** A car's best lap after the opening one (D7), and the fastest lap of the race beside it. */
export function bestLap(question: CarQuestion): Written {
  if (placeNamed(question.ask) !== undefined) return sectionFigures(question, 'best')
  const { car, ask } = question
  const { own, pattern } = car
  const fastest = fastestLapOf(car, car.key)
  if (pattern.bestLap === null)
    return {
      outcome: 'not-in-data',
      sentences: [
        note`There is no best lap: the opening lap is not one, and you have no other with a time.`,
        fastest.sentence,
      ],
      asked: fastest.facts,
    }
  const time = own('bestLap.lapTimeMs')
  const gap =
    fastest.time &&
    gapBetween(time, fastest.time, `Car ${pattern.car}, best lap against the fastest lap`)
  const isIt = fastest.isOf(car)
  const mine: Sentence = isIt
    ? fact`Your best lap was ${exact(time)} on ${exact(own('bestLap.lap'))}, the fastest lap ${fastest.of}${doubt(car)}.`
    : fact`Your best lap was ${exact(time)} on ${exact(own('bestLap.lap'))}${doubt(car)}.`
  const off: Piece = gap === undefined ? '' : ['; your best is ', exact(gap), ' off it']
  const theirs = isIt ? undefined : fastest.sentence && continued(fastest.sentence, off)
  const isOwn = /\b(?:my|his|her|our) (?:own )?(?:best|fastest|quickest)\b/i.test(ask.part.text)
  const isOfAll = ofAnyone.test(ask.part.text)
  const raceFirst = isOfAll && !isIt && !(isOwn && !asksWho.test(ask.part.text))
  const lap = lapSaid(ask)
  return {
    verdict: lap !== undefined ? lap === pattern.bestLap.lap : isOfAll ? isIt : undefined,
    sentences: [...(raceFirst ? [theirs, mine] : [mine, theirs]), counts(question), listed99(car)],
    computed: [gap],
    asked: raceFirst ? fastest.facts : [time, own('bestLap.lap')],
    also: fastest.facts,
    suggestions: [
      'What is my ideal lap?',
      'Take my best lap apart',
      'How far am I from the composite?',
    ],
  }
}

function counts({ ask, car }: CarQuestion): Sentence | undefined {
  const lap = car.pattern.laps[String(car.pattern.bestLap?.lap)]
  if (lap?.isClean !== true || !/\b(?:clean|green|valid|legal|counts?)\b/i.test(ask.part.text))
    return undefined
  return note`It counts: that lap was green from start to finish.`
}

/** Why the best lap is no green one. */
function doubt({ pattern }: CoachedCar): Piece {
  const lap = pattern.laps[String(pattern.bestLap?.lap)]
  if (lap === undefined || lap.isClean) return ''
  return `, though that lap does not count as green (${reasonWords[lap.excludedBecause[0] ?? 'incomplete']})`
}

function listed99({ pattern, own }: CoachedCar): Sentence | undefined {
  const lap = pattern.laps[String(pattern.bestLap?.lap)]
  if (lap?.isNotInOfficialList !== true) return undefined
  return note`Your best, ${exact(own(`laps.${lap.lap}.lap`))}, is missing from the official list of best laps, though quick enough for it; the sheet gives no reason.`
}

/** The car's own best sections put together (D7), those of green laps beside, and what its best lap left (D20). */
export function idealLap({ ask, car }: CarQuestion): Written {
  const { own, pattern } = car
  if (pattern.idealLapMs === null)
    return {
      ...noGreenLaps(car),
      outcome: 'not-in-data',
      sentences: [
        note`Your best sections cannot be put together: there is no time of yours in one of them.`,
        ...noGreenLaps(car).sentences.slice(1),
      ],
    }
  const ideal = own('idealLapMs')
  const potential = pattern.potentialMs === null ? undefined : own('potentialMs')
  const isGreen = /\b(?:green|clean|yellow|caution)\b/i.test(ask.part.text)
  const greenFirst = isGreen ? green(car) : undefined
  const isOfMore = /\b(?:more|left|quicker|faster|better)\b/i.test(ask.part.text)
  const isReach = asksReal.test(ask.part.text)
  const lead = isReach ? within(car) : asksLeft.test(ask.part.text) ? leftFirst(car) : undefined
  const isTold = lead !== undefined && !isReach
  return {
    verdict:
      pattern.potentialMs === null || isReach ? undefined : pattern.potentialMs > 0 === isOfMore,
    sentences: [
      lead,
      greenFirst,
      isTold
        ? undefined
        : fact`Your best sections put together make ${exact(ideal)}${fromLaps(car)}.`,
      lead === undefined ? left(car) : undefined,
      greenFirst === undefined ? green(car) : undefined,
      pattern.idealCleanMs === null
        ? note`They are from laps that do not count as green.`
        : undefined,
      note`It is a sum of pieces, not a lap you drove, so no target.`,
    ],
    asked: [ideal],
    also: [potential, own('idealApartLaps')],
    suggestions: [
      'Which section should I work on?',
      'How far am I from the composite?',
      'What was my best lap?',
    ],
  }
}

const asksLeft = /\bhow (?:much|far|close|near)\b|\bleft\b|\btable\b|\bgap\b|\bversus\b|\bvs\b/i

/** "How much did I leave on the table?": that first. */
function leftFirst(car: CoachedCar): Sentence | undefined {
  const { bestLap: best, potentialMs, idealLapMs, idealJointMs } = car.pattern
  if (best === null || potentialMs === null || potentialMs === 0) return undefined
  if (idealLapMs === null || idealLapMs !== idealJointMs) return undefined
  const { own } = car
  return fact`${exact(own('potentialMs'))}: your best lap was ${exact(own('bestLap.lapTimeMs'))} on ${exact(own('bestLap.lap'))}, your best sections put together make ${exact(own('idealLapMs'))}${fromLaps(car)}.`
}

const asksReal =
  /\b(?:un)?(?:reach\w*|realistic\w*|doable|achiev\w*|attain\w*|feasible|fantasy)\b|^(?:is|was|could)\b.*\bpossible\b/i

/** "Is it realistic?": by how much the best lap missed it, and how usual that is for the car. */
function within({ own, pattern }: CoachedCar): Sentence | undefined {
  const { potentialMs, steadyMs } = pattern
  if (potentialMs === null || steadyMs === null) return undefined
  const isNear = potentialMs <= steadyMs
  return fact`${isNear ? 'Near enough: ' : 'Not as the race went: '}you came within ${short(own('potentialMs'))} of it in one lap, ${isNear ? 'no more than' : 'more than'} your laps differ by anyway (half of them lie within ±${short(own('steadyMs'))}).`
}

function fromLaps({ own, pattern }: CoachedCar): Piece {
  const laps = sectionIds
    .filter((section) => pattern.sections[section]?.own)
    .map((section) => own(`sections.${section}.own.lap`))
    .toSorted((a, b) => Number(a.value) - Number(b.value))
    .filter(({ value }, index, all) => all[index - 1]?.value !== value)
  if (laps.length === 0) return ''
  return laps.length === 1 ? [', all of ', lapsCited(laps)] : [', from ', lapsCited(laps)]
}

function left({ own, pattern }: CoachedCar): Sentence | undefined {
  const { bestLap: best, potentialMs, idealLapMs, idealJointMs } = pattern
  if (best === null || potentialMs === null) return undefined
  const time: Piece = [exact(own('bestLap.lapTimeMs')), ' on ', exact(own('bestLap.lap'))]
  if (idealLapMs !== null && best.lapTimeMs < idealLapMs)
    return fact`Your best lap, ${time}, is quicker than that: a timing loop missed sections of your quickest laps, so the sum falls short.`
  if (potentialMs === 0) return fact`Your best lap, ${time}, left nothing of that.`
  const joint: Piece =
    idealLapMs === idealJointMs
      ? ''
      : [' (', exact(own('idealJointMs')), ' where sections that a loop missed are taken together)']
  return fact`Your best lap, ${time}, was ${short(own('potentialMs'))} off what you showed in pieces${joint}.`
}

function green({ own, pattern }: CoachedCar): Sentence | undefined {
  if (pattern.idealCleanMs === null || pattern.idealCleanMs === pattern.idealLapMs) return undefined
  return fact`Of green laps alone it is ${exact(own('idealCleanMs'))}: one of those best sections is from a lap that does not count.`
}
