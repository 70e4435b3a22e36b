import type { Fact } from '#core/domain/fact.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { CoachedCar } from './coached-car.ts'
import { fieldOf, figuresOf, lapSpan, sectionCited, targetLapFacts } from './cited-names.ts'
import { sectionToWorkOn } from './coaching-repeat.ts'
import { followedCited, longestFollowed } from './coaching-story.ts'
import { tellingHalf } from './coaching-where.ts'
import { exact, hypothesis } from './say.ts'

const mostHypotheses = 2
/** Laps alone in a row that laps behind another car can be compared with. */
const fewestFreeLaps = 3
/** Further than this behind the car ahead at the line, a lap was driven alone. */
const aloneMs = 2000

/**
 * What timing cannot tell, and what would tell it. They name cars, laps and sections, never a time,
 * a gap or a count (design of the check).
 */
export function hypotheses(car: CoachedCar): Sentence[] {
  const found = [...heldUp(car), ...change(car)]
  const isNeeded = found.length === 0 || isMoreThanTheSection(car)
  return [...found, ...(isNeeded ? technique(car) : [])].slice(0, mostHypotheses)
}

/** Whether the car says that it may have been held up. */
export function isMaybeHeldUp(car: CoachedCar): boolean {
  return heldUp(car).length > 0
}

function heldUp(car: CoachedCar): Sentence[] {
  const alone = longestAlone(car)
  if (longestFollowed(car).length === 0 || alone === undefined) return []
  return [
    hypothesis`Close behind ${followedCited(car)}, you may have been held up. Compare those laps on video with your ${lapSpan(...alone)}, driven alone.`,
  ]
}

/** The longest run of clean laps with nobody close ahead. */
function longestAlone({ pattern, own }: CoachedCar): readonly [Fact, Fact] | undefined {
  let best: { readonly from: number; readonly to: number } | undefined
  let run: { readonly from: number; readonly to: number } | undefined
  for (const { lap, isClean, followed } of Object.values(pattern.laps)) {
    const isAlone = isClean && (followed === null || followed.intervalMs > aloneMs)
    if (!isAlone) run = undefined
    else run = { from: run?.to === lap - 1 ? run.from : lap, to: lap }
    if (run !== undefined && (best === undefined || run.to - run.from > best.to - best.from))
      best = run
  }
  if (best === undefined || best.to - best.from + 1 < fewestFreeLaps) return undefined
  return [own(`laps.${best.from}.lap`), own(`laps.${best.to}.lap`)]
}

/** What may be behind a pace that moved during the race. */
function change({ pattern, own }: CoachedCar): Sentence[] {
  const clean = Object.values(pattern.laps).filter(({ isClean }) => isClean)
  const step = pattern.phases.findLastIndex(({ shiftMs }) => shiftMs !== null)
  const verdict = pattern.trend?.verdict
  const first = clean[0]?.lap
  const last = clean.at(-1)?.lap
  if (first === undefined || last === undefined || first === last) return []
  if (step > 0 && (verdict === undefined || verdict === 'steady')) {
    const [before, from] = [own(`phases.${step - 1}.toLap`), own(`phases.${step}.fromLap`)]
    return [
      hypothesis`Something changed between ${exact(before)} and ${exact(from)}: the car, the traffic or the way you drove. Your video of the two shows which.`,
    ]
  }
  if (verdict === undefined || verdict === 'steady') return []
  const ends = [exact(own(`laps.${first}.lap`)), ' beside ', exact(own(`laps.${last}.lap`))]
  if (verdict === 'fading')
    return [
      hypothesis`You lost to the field through the race; tyres, traffic or your own rhythm may be behind it. Set ${ends} on video: is it the car or the driving?`,
    ]
  return [
    hypothesis`You gained on the field through the race; you may have found something on the way. Set ${ends} on video and keep what changed.`,
  ]
}

/** The sub-sections say where in the section to look. */
function isMoreThanTheSection(car: CoachedCar): boolean {
  const section = sectionToWorkOn(car)
  return section !== undefined && tellingHalf(car, section) !== undefined
}

/** Timing ends at the loops: what happens between them is on the video. */
function technique(car: CoachedCar): Sentence[] {
  const section = sectionToWorkOn(car)
  if (section === undefined) return []
  const { own } = car
  const part = tellingHalf(car, section) ?? section
  const watch = figuresOf(car.pattern, part)?.watch
  const [reference] = targetLapFacts(car, part, 1)
  if (!watch || reference === undefined) return []
  const at = `${fieldOf(part)}.watch`
  return [
    hypothesis`Braking, line or throttle may make the difference in ${sectionCited(car, part)}. Put ${exact(own(`${at}.lap`))} of ${exact(own(`${at}.car`))} beside your ${exact(reference)}: where the two first part tells which.`,
  ]
}
