import { countCited, rankCited } from '#core/composer/cited-names.ts'
import { exact, fact, note, type Piece, short } from '#core/composer/say.ts'
import type { AnswerIntent } from '../../draft.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { differenceOf, hasPace, lapAsked, lapAt, raceNamed } from '../in-race.ts'
import { noSuchLap } from '../race/position.ts'
import { answering } from '../yes-no.ts'
import { aboutCar, aboutRace, type CarTelling, type Written } from '../telling.ts'
import { isOfAnother } from '../spoken-of.ts'

/** What the track did to everyone, and what the car did beside it: over the race, or on one lap. */
export const trackOrMe: AnswerIntent = async (ask) =>
  !speaksOfSelf(ask.part.text) &&
  !isOfAnother(ask.part) &&
  (!isEither.test(ask.part.text) || ofAll.test(ask.part.text) || ask.part.scope.car === undefined)
    ? await ofTrack(ask)
    : await ofCar(ask)

/** "Did it dry or did everybody get better?": of the field on both sides. */
const ofAll =
  /\b(?:every(?:one|body)|all (?:of )?(?:them|the (?:cars|drivers)|cars|drivers)|the (?:whole |entire )?(?:field|grid)|they all)\b/i

/** Without a car: what the track did, for the class with the most laps. */
const ofTrack = aboutRace(({ ask, race }): Written => {
  const [most] = Object.entries(race.race.classes).toSorted(([, a], [, b]) => b.laps - a.laps)
  const key = most?.[0] ?? 'none'
  const change = race.weather.field[key]?.trackChange ?? undefined
  if (change === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [note`Too few cars and laps tell what the track did in ${raceNamed(race)}.`],
    }
  const at = (name: string) => race.day(`field.${key}.trackChange.${name}`)
  const isLater = change.quickestLap > change.slowestLap
  return {
    sentences: [
      answering(
        ask.part.text,
        isMoved(ask.part.text, change.hasChanged, isLater),
        fact`The track ${change.hasChanged ? 'changed' : 'hardly changed'} for everyone in ${raceNamed(race)}: ${short(at('rangeMs'))} between ${exact(at('slowestLap'))}, the slowest, and ${exact(at('quickestLap'))}, the quickest.`,
      ),
      ofAll.test(ask.part.text) && change.hasChanged
        ? note`It came to all of them at once, so it is more likely the track than every driver; timing alone cannot tell the two apart.`
        : isLater
          ? note`So it was quicker later than on its slowest lap.`
          : note`So it was quickest before its slowest lap.`,
      note`The track here is whatever moved everyone at once; timing does not say what it was.`,
    ],
    asked: [at('rangeMs')],
    facts: [at('hasChanged')],
    suggestions: ['Did the weather matter?', 'Who was quickest in the last five laps?'],
  }
})

/** "Did the track get quicker?", "was it slower at the end?", "did it change?" */
function isMoved(text: string, hasChanged: boolean, isLater: boolean): boolean {
  if (/\b(?:slower|worse)\b/i.test(text)) return hasChanged && !isLater
  return hasChanged && (isLater || /\bchang\w*/i.test(text))
}

const ofCar = aboutCar((telling) => {
  const lap = lapAsked(telling.ask)
  return lap === undefined ? overTheRace(telling) : onLap(telling, lap)
})

function overTheRace(telling: CarTelling): Written {
  const { car, who, race } = telling
  const field = race.weather.field[car.key]
  const change = field?.trackChange ?? undefined
  const { trend } = car.pattern
  const at = (name: string) => race.day(`field.${car.key}.trackChange.${name}`)
  const slope = trend === null ? undefined : car.own('trend.slopeMsPerLap')
  const laps = trend === null ? undefined : countCited(car.own('trend.n'), 'green lap')

  const verdict = verdictOf(telling)
  const own =
    trend === null || slope === undefined || laps === undefined
      ? fact`For a trend of ${who.your} own there are too few green laps: ${exact(car.own('cleanLaps'))}.`
      : trend.verdict === 'steady'
        ? fact`Against the field ${who.you} held level over ${laps}: no trend beyond chance.`
        : fact`${who.You} ${trend.verdict === 'improving' ? 'gained' : 'lost'} ${short(slope)} ${trend.verdict === 'improving' ? 'on' : 'to'} the field over ${laps}, beyond chance.`
  const track =
    change === undefined
      ? note`Too few cars and laps tell what the track did in ${raceNamed(race)}.`
      : change.hasChanged
        ? fact`The track changed for everyone in ${raceNamed(race)}: ${short(at('rangeMs'))} between ${exact(at('slowestLap'))}, the slowest, and ${exact(at('quickestLap'))}, the quickest.`
        : fact`The track hardly changed in ${raceNamed(race)}: ${short(at('rangeMs'))} between ${exact(at('slowestLap'))}, the slowest, and ${exact(at('quickestLap'))}, the quickest.`
  return {
    sentences: [
      verdict ?? own,
      track,
      verdict === undefined && hasPace(car)
        ? fact`With the track taken out the pace was ${exact(car.own('lap.paceMs'))}, ${rankCited(car.own('lap.paceRank'), car.own('lap.paceOf'))}.`
        : undefined,
      note`The track here is whatever moved everyone at once; timing does not say what it was.`,
    ],
    asked: [
      trend === null
        ? car.own('cleanLaps')
        : car.own(trend.verdict === 'steady' ? 'trend.n' : 'trend.slopeMsPerLap'),
      ...(change === undefined ? [] : [at('rangeMs')]),
    ],
    facts: [
      ...(trend === null ? [] : [car.own('trend.verdict')]),
      ...(change === undefined ? [] : [at('hasChanged')]),
    ],
    suggestions: ['Did the weather matter?', 'Did I fade at the end?', 'Compare my two races'],
  }
}

/** "The track: it came 1.20 s to everyone, and against the field you held level." */
function verdictOf({ ask, car, who, race }: CarTelling) {
  const { trend } = car.pattern
  const change = race.weather.field[car.key]?.trackChange ?? undefined
  if (trend === null || change === undefined || !isEither.test(ask.part.text)) return undefined
  const range = short(race.day(`field.${car.key}.trackChange.rangeMs`))
  const isLater = change.quickestLap > change.slowestLap
  const isOfBetter = ofBetter.test(ask.part.text)
  const isTrack = change.hasChanged && (isLater || !isOfBetter)
  const isOwn = isOfBetter ? trend.verdict === 'improving' : trend.verdict !== 'steady'
  const whose = isTrack && isOwn ? 'Both' : isTrack ? 'The track' : isOwn ? who.You : 'Neither'
  const track: Piece = !change.hasChanged
    ? 'the track hardly changed for anyone'
    : isLater
      ? [whose === 'The track' ? 'it' : 'the track', ' came ', range, ' to everyone']
      : ['the track became ', range, ' slower for everyone']
  const laps = countCited(car.own('trend.n'), 'green lap')
  const slope = short(car.own('trend.slopeMsPerLap'))
  const own = {
    improving: ['gained ', slope, ' on the field over ', laps, ', beyond chance'],
    fading: ['lost ', slope, ' to the field over ', laps, ', beyond chance'],
    steady: ['held level with the field over ', laps, ': no trend beyond chance'],
  }
  return fact`${whose}: ${track}, and ${who.you} ${own[trend.verdict]}.`
}

const isEither = /\bor\b/i
/** Who asks for gains is not told of a loss by its owner. */
const ofBetter = /\b(?:better|quicker|faster|improv\w*|gain\w*|c[ao]me to)\b/i

function onLap(telling: CarTelling, lap: number): Written {
  const { car, who, race, keep } = telling
  const entry = lapAt(car.pattern, lap)
  if (entry === undefined) return noSuchLap(telling)
  const effect = race.weather.field[car.key]?.laps[String(lap)]?.effectMs.lap
  const number = car.own(`laps.${lap}.lap`)
  if (effect === undefined)
    return {
      sentences: [
        fact`What the field did on ${exact(number)} cannot be told: too few cars had a green lap of that number.`,
        fact`${who.Your} own time was ${exact(car.own(`laps.${lap}.${entry.timeMs.lap === undefined ? 'lap' : 'timeMs.lap'}`))}.`,
      ],
      asked: [number],
      suggestions: ['Why does that lap not count?', 'Was there a yellow?'],
    }
  const cited = race.day(`field.${car.key}.laps.${lap}.effectMs.lap`)
  const cars = race.day(`field.${car.key}.laps.${lap}.cars`)
  const isOwn = entry.correctedMs.lap !== undefined && car.pattern.lap.paceMs !== null
  const label = `Car ${car.pattern.car}, lap ${lap}: over the own pace, the track taken out`
  const own = isOwn
    ? keep(differenceOf(car.own(`laps.${lap}.correctedMs.lap`), car.own('lap.paceMs'), label))
    : undefined
  return {
    sentences: [
      fact`On ${exact(number)} the whole field was ${exact(cited)} ${effect > 0 ? 'slower' : 'quicker'} than on a typical lap, over ${exact(cars)} cars.`,
      own &&
        fact`With that taken out ${who.your} lap was ${exact(own)} ${Number(own.value) > 0 ? 'slower' : 'quicker'} than ${who.your} own pace.`,
    ],
    asked: [cited, ...(own ? [own] : [])],
    suggestions: ['Take that lap apart', 'What happened on that lap?'],
  }
}
