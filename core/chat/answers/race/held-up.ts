import { lapsCited } from '#core/composer/cited-names.ts'
import { asOne, exact, fact, listed, note } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import { differenceOf, lapAt, lapNearest } from '../in-race.ts'
import { placesLostOn, wasAheadAtStart } from '../laps/lap-in-words.ts'
import { asksYesNo } from '../yes-no.ts'
import { followedAt } from './followed-at.ts'
import { noSuchLap } from './position.ts'
import type { AnswerIntent, Ask, Draft } from '../../draft.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'
import { stuckBehind } from './traffic.ts'

/** A car further ahead than this on the road is not near. */
const nearMs = 5_000
/** Of more laps the first ones are told. */
const lapsTold = 6

/** A driver says that the lap was spoilt: taken as said, with what the sheet shows of that lap. */
export const heldUp: AnswerIntent = async (ask) =>
  ask.part.scope.lap === undefined ? await withoutLap(ask) : await onLap(ask)

/** No lap was named: whom it followed over the whole race, and the offer to look at one lap. */
async function withoutLap(ask: Ask): Promise<Draft> {
  const draft = await stuckBehind(ask)
  const which = note`Name the lap, and I show what the sheet has of that one.`
  return draft.outcome === 'answered' ? { ...draft, sentences: [...draft.sentences, which] } : draft
}

const onLap = aboutCar((telling) => {
  const { car, who, ask } = telling
  const { lap } = ask.part.scope
  if (lap === undefined) return noSuchLap(telling)
  if (lapAt(car.pattern, lap) === undefined) return noSuchLap(telling)
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  const several = (ask.part.scope.laps ?? []).filter((one) => lapAt(car.pattern, one))
  if (several.length > 1) return onLaps(telling, several)
  const isNear = (lapNearest(car.pattern, lap) ?? Infinity) <= nearMs
  const isShown = (number: number) =>
    !isNear || (lapAt(car.pattern, number)?.followed?.intervalMs ?? Infinity) <= nearMs
  const shown = [lap - 1, lap].filter(isShown).flatMap((number) => followedAt(car, number))
  const over = overPace(telling, lap)
  const entry = lapAt(car.pattern, lap)
  const isPassed = entry !== undefined && wasAheadAtStart(car, entry)
  const isAsked = asksYesNo(ask.part.text)
  const said = isAsked
    ? note`Timing cannot tell: it sees the line, not the way round.`
    : note`Taken as your word: what happened on the way round is not in the timing.`
  return {
    sentences: [
      isPassed && isAsked
        ? note`Timing does not support it: that car was not ahead when the lap began.`
        : said,
      isPassed ? placesLostOn(car, entry, who.You) : undefined,
      shown.length === 0
        ? fact`No car on the road ahead of ${who.you} is on the sheet at the ends of ${exact(at('lap'))}.`
        : asOne(
            fact`${isNear ? 'At the line the sheet shows' : 'No car was close ahead at the line; the nearest was'} ${listed(isNear ? shown : shown.slice(-1))}.`,
            over &&
              fact`The lap was ${exact(over)} ${Number(over.value) >= 0 ? 'slower' : 'quicker'} than ${who.your} pace, the track taken out.`,
          ),
      isAsked ? undefined : note`Say "leave out that lap" and the figures are computed without it.`,
    ],
    asked: [shown.length === 0 ? at('lap') : at('followed.intervalMs')].filter(
      () => lapAt(car.pattern, lap)?.followed !== null,
    ),
    suggestions: [
      `My pace without lap ${lap}`,
      'How long was I in traffic?',
      'Take that lap apart',
    ],
  }
})

/** Of several laps the intervals at the end of each. */
function onLaps({ car, who }: CarTelling, laps: readonly number[]): Written {
  const shown = laps.slice(0, lapsTold).flatMap((lap) => followedAt(car, lap))
  const numbers = laps.map((lap) => car.own(`laps.${lap}.lap`))
  return {
    sentences: [
      note`Taken as your word: what happened on the way round is not in the timing.`,
      shown.length === 0
        ? fact`No car on the road ahead of ${who.you} is on the sheet at the ends of ${lapsCited(numbers)}.`
        : fact`At the line the sheet shows ${listed(shown)}.`,
      note`Say "leave out those laps" with their numbers, and the figures are computed without them.`,
    ],
    asked: numbers.slice(0, 1),
    suggestions: [`My pace without laps ${laps.join(', ')}`, 'How long was I in traffic?'],
  }
}

function overPace({ car, keep }: CarTelling, lap: number): Fact | undefined {
  const corrected = lapAt(car.pattern, lap)?.correctedMs.lap
  if (corrected === undefined || car.pattern.lap.paceMs === null) return undefined
  return keep(
    differenceOf(
      car.own(`laps.${lap}.correctedMs.lap`),
      car.own('lap.paceMs'),
      `Car ${car.pattern.car}, lap ${lap}: over the own pace, the track taken out`,
    ),
  )
}
