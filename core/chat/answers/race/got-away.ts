import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { computedFact } from '../../computed-fact.ts'
import { gapAt } from './gap-at.ts'
import { asksForTrace, gapTrace } from './gap-trace.ts'
import { commonLaps, gapOver, was } from './gap-over.ts'
import { differenceOf, lapAt, lastLapOf, partnerIn } from '../in-race.ts'
import { aboutCar, type CarTelling, voiceOf, type Written } from '../telling.ts'

/** Laps over which it is told whether a gap grew or shrank. */
const lapsLately = 5

/** When the car ahead got away, and whether a gap was growing or shrinking. */
export const gotAway = aboutCar((telling) => {
  const { car, who } = telling
  const partner = partnerIn(telling.ask, telling.car)
  const other = partner === undefined ? undefined : telling.carIn(partner)
  const isChased = other !== undefined && leaverFirst.test(telling.ask.part.text)
  if (isChased && (telling.ask.part.scope.cars?.length ?? 0) > 1)
    return fromCar({ ...telling, car: other, who: voiceOf(telling.ask, other) }, car)
  if (other !== undefined)
    return (
      (asksForTrace(telling.ask) ? gapTrace(telling, other) : undefined) ?? fromCar(telling, other)
    )
  const { text } = telling.ask.part
  const left = whomItLeft(telling)
  if (left !== undefined) return left
  const near = catchingAsked.test(text) || wouldHave.test(text) ? nextOnRoad(telling) : undefined
  if (near !== undefined) return fromCar(telling, near)
  const told = openingsTold(car)
  if (told.length > 0)
    return {
      verdict: true,
      sentences: [...told.map(({ sentence }) => sentence), why.test(text) ? noReason : undefined],
      asked: told.map(({ lap }) => lap),
      suggestions,
    }
  const ahead = lastLapOf(car.pattern)
  const carAhead = ahead?.ahead ? telling.carIn(ahead.ahead) : undefined
  const late = carAhead === undefined ? [] : lateGap(telling, carAhead)
  return {
    verdict: false,
    sentences: [
      ahead?.position === 1
        ? fact`${who.You} led at the end: nobody was ahead at ${exact(car.own(`laps.${ahead.lap}.lap`))}.`
        : fact`No car that was close ahead of ${who.you} got away: no interval went from close to out of reach.`,
      ...late.map(({ sentence }) => sentence),
    ],
    asked: late.flatMap(({ gaps: both }) => both),
    suggestions: ['Who was I stuck behind?', 'What was the gap to the leader?'],
  }
}, true)

/** "When did 13 get away from 22?" is told of the one that was left behind. */
const leaverFirst =
  /\d+ (?:\w+ ){0,2}?(?:g[eo]t\w*|pull\w*|break|broke|r[ua]n|escape\w*|drive|drove|clear\w*|disappear\w*|drop\w*|shak\w*|shook|gap\w*|los[et]\w*|leav\w*|left)(?: (?:away|clear|off))?(?: (?:from|of))? (?:car ?|#)?\d/i

const suggestions = ['Where is he quicker than me?', 'How long was I behind him?']
const why = /\bwhy\b|\bhow come\b|\breason\b|\bhow did\b/i
const noReason = note`Timing shows the intervals, not the reason.`

const leaves = /\b(?:pull\w*|g[eo]t\w*|r[au]n\w*|dr[io]v\w*|break\w*|broke) (?:away|clear)\b/i

/** "How much per lap was 13 pulling away?": from the one behind it. */
function whomItLeft(telling: CarTelling): Written | undefined {
  const { ask, car, race, carIn } = telling
  const { text } = ask.part
  if (!leaves.test(text) || !text.includes(car.pattern.car)) return undefined
  const last = lastLapOf(car.pattern)
  const place = (last?.position ?? Infinity) + 1
  const found = race.patterns.find((one) => lapAt(one, last?.lap ?? 0)?.position === place)
  const behind = found && carIn(found.car)
  const [late] = behind === undefined ? [] : lateGap(telling, behind)
  if (behind === undefined || late === undefined) return undefined
  return {
    verdict: late.hasGrown,
    sentences: [late.sentence, rateOf(telling, behind, late.laps)],
    asked: late.gaps,
    suggestions,
  }
}

/** "Was anyone catching me?": the car behind at the end; "was I catching anybody?": the one ahead. */
function nextOnRoad({ ask, car, race, carIn }: CarTelling): CoachedCar | undefined {
  const last = lastLapOf(car.pattern)
  if (last === undefined || last.position === null) return undefined
  const place = last.position + (byOther.test(ask.part.text) ? 1 : -1)
  const found = race.patterns.find((pattern) => lapAt(pattern, last.lap)?.position === place)
  return found && carIn(found.car)
}

/** Of one car that is named: the catching that is asked about, else how it got away. */
function fromCar(telling: CarTelling, other: CoachedCar): Written {
  const { text } = telling.ask.part
  const [late] = lateGap(telling, other)
  const isSupposed = wouldHave.test(text)
  const isCatching = catchingAsked.test(text) || isSupposed
  if (isCatching && late !== undefined)
    return {
      verdict: isSupposed ? undefined : late.isBehind !== byOther.test(text) && late.isShrinking,
      sentences: [
        isSupposed ? noMoreLaps : undefined,
        late.sentence,
        rateOf(telling, other, late.laps),
      ],
      asked: late.gaps,
      suggestions,
    }
  if (pulledAway.test(text)) {
    const [whole] = gapOver(telling, other, commonLaps(telling.car, other))
    if (whole !== undefined)
      return {
        verdict: whole.isAheadAtEnd && whole.hasGrown,
        sentences: [whole.sentence],
        asked: whole.gaps,
        suggestions,
      }
  }
  const told = openingsTold(telling.car, other.pattern.car)
  const since = told.length > 0 ? undefined : sinceClosest(telling, other)
  return {
    verdict: told.length > 0 || (since !== undefined && late?.isShrinking !== true),
    sentences: [
      ...told.map(({ sentence }) => sentence),
      since?.sentence,
      late?.sentence,
      told.length + (since === undefined ? 0 : 1) === 0 && late === undefined
        ? fact`There was no lap on which ${exact(other.own('car'))} went from close ahead of ${telling.who.you} to out of reach.`
        : undefined,
      why.test(text) ? noReason : undefined,
    ],
    asked: [...told.map(({ lap }) => lap), ...(since?.asked ?? []), ...(late?.gaps ?? [])],
    suggestions,
  }
}

/** "Did I pull away from 46?", "when did I shake him off?": the asker is the one who left. */
const pulledAway =
  /\b(?:i|we) (?:\w+ )?(?:g[eo]t|pull\w*|br[eo]a?ke?|dr[io]ve|gap\w*|drop\w*|escape\w*|r[au]n|sh[ao]o?ke?|clear\w*|disappear\w*)\b(?! (?:dropped|behind|back|off|away by))/i

/** The last times that a car went from close ahead to out of reach. */
function openingsTold({ pattern, own }: CoachedCar, partner?: CarNumber) {
  return pattern.story.openings
    .map((opening, index) => ({ ...opening, index }))
    .filter((opening) => partner === undefined || opening.car === partner)
    .slice(-2)
    .map(({ index }) => {
      const at = (field: string) => own(`story.openings.${index}.${field}`)
      return {
        lap: at('farLap'),
        sentence: fact`The interval to ${exact(at('car'))} grew from ${short(at('closeMs'))} on ${exact(at('closeLap'))} to ${short(at('farMs'))} on ${exact(at('farLap'))}.`,
      }
    })
}

/** A car that was never close: when the gap was smallest, and what it came to. */
function sinceClosest(telling: CarTelling, other: CoachedCar) {
  const { car, who } = telling
  const gaps = commonLaps(car, other).flatMap((lap) => {
    const gap = gapAt(telling, car, other, lap)
    return gap === undefined || Number(gap.value) <= 0 ? [] : [{ lap, gap }]
  })
  const [closest] = gaps.toSorted((a, b) => Number(a.gap.value) - Number(b.gap.value))
  const last = gaps.at(-1)
  if (closest === undefined || last === undefined || closest.lap === last.lap) return undefined
  const widest = gaps.reduce((a, b) => (Number(b.gap.value) > Number(a.gap.value) ? b : a))
  const most: Piece =
    widest === last || widest.lap < closest.lap
      ? ''
      : [
          ', ',
          exact(widest.gap),
          ' at the end of ',
          exact(car.own(`laps.${widest.lap}.lap`)),
          ', the largest,',
        ]
  return {
    asked: [car.own(`laps.${closest.lap}.lap`), closest.gap, last.gap],
    sentence: fact`From ${exact(car.own(`laps.${closest.lap}.lap`))} on: at its end ${who.you} ${was(who.You)} ${exact(closest.gap)} behind ${exact(other.own('car'))}, the smallest gap${most} and ${exact(last.gap)} at the end of ${exact(car.own(`laps.${last.lap}.lap`))}.`,
  }
}

const catchingAsked =
  /\b(?:catch\w*|caught|clos(?:e|ed|ing) (?:in|on|up|to|the gap|it)|gain(?:ed|ing)? (?:on|ground)|reach\w*|reel\w*|within reach|gap\b.*\b(?:bigger|smaller|wider|narrower)\b|g[eo]t\w* (?:any )?(?:closer|nearer)|eating into|hunt\w* (?:me |him |us )?down)\b/i
/** "Was 31 closing in on me?": the other one is behind. */
const byOther =
  /\b(?:catch\w*|caught|clos\w+(?: in| up)?(?: on| to)?|gain\w* on|reach\w*|reel\w*) (?:me|us|up (?:to|with|on) (?:me|us))\b/i

/** By how much the gap changed a lap, on average over some laps. */
function rateOf(telling: CarTelling, other: CoachedCar, laps: readonly number[]) {
  const gaps = laps.map((lap) => gapAt(telling, telling.car, other, lap))
  const changes = gaps.slice(1).flatMap((gap, at) => {
    const before = gaps[at]
    if (gap === undefined || before === undefined) return []
    return [telling.keep(differenceOf(gap, before, `Change of the gap on lap ${laps[at + 1]}`))]
  })
  if (changes.length === 0) return undefined
  const rate = telling.keep(computedFact('mean', changes, 'gap', 'Change of the gap a lap'))
  return fact`That is ${exact(rate)} a lap on average.`
}

/** "Would I have caught him with two more laps?" */
const wouldHave =
  /\b(?:would|could|might|with|had there been)\b.*\b(?:have|'ve|more laps?|another lap|longer)\b|\b(?:one|two|three|four|five|\d+|a few) more laps?\b/i
const noMoreLaps = note`What more laps would have brought is not in the data; the rate is.`

/** How the gap to another car went over the last laps that both did. */
function lateGap(telling: CarTelling, other: CoachedCar) {
  const { car } = telling
  const { fromLap, toLap } = telling.ask.part.scope.filter ?? {}
  const chosen = commonLaps(car, other)
    .filter((lap) => lap >= (fromLap ?? 1) - 1 && lap <= (toLap ?? Infinity))
    .filter((lap) => lap > 0)
  const isChosen = fromLap !== undefined || toLap !== undefined
  return gapOver(telling, other, isChosen ? chosen : chosen.slice(-lapsLately - 1))
}
