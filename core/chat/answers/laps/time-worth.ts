import type { CoachedCar, CoachedRace } from '#core/composer/coached-car.ts'
import { countCited } from '#core/composer/cited-names.ts'
import { capitalised, exact, fact, note, type Piece } from '#core/composer/say.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { RaceId } from '#core/domain/ids.ts'
import { median } from '#core/domain/quantile.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent, Ask } from '../../draft.ts'
import { raceNamed } from '../in-race.ts'
import { placeNamed, sectionOf } from '../named-in.ts'
import { carOfRace, type RaceTelling, tellOf, voiceOf } from '../telling.ts'
import { asksYesNo, turned, type Verdict } from '../yes-no.ts'

type Open = Pick<RaceTelling, 'keep' | 'ask'>
/** A time and what it is the time of. */
type Named = { readonly ms: number; readonly section: SectionId | undefined }

/** "Is a 1:38.2 good here?": the place that a time would have among the best ones of the cars, and among the own laps. */
export const timeWorth: AnswerIntent = async (ask) => {
  const ids = await racesOf(ask)
  return await tellOf(ask, async (telling) => {
    const { wanted } = ask.part
    if (wanted?.as !== 'worth')
      return { outcome: 'asked-back', sentences: [note`Which lap time do you mean?`] }
    if (ids.length === 0)
      return { outcome: 'asked-back', sentences: [note`At which track do you mean?`] }
    const races = await Promise.all(ids.map(async (id) => telling.other(await ask.season.race(id))))
    const told = races.flatMap(
      (race) => ofRace(telling, race, wanted.timeMs, races.length === 1) ?? [],
    )
    const [first] = told
    if (first === undefined)
      return {
        outcome: 'not-in-data',
        sentences: [note`There are no times in these races to put that one beside.`],
      }
    return {
      verdict: told.length === 1 ? first.verdict : undefined,
      sentences: told.flatMap(({ sentences }) => sentences),
      asked: told.flatMap(({ asked }) => asked),
      suggestions: ['What was my best lap?', 'How is my pace?', 'What do I need for the top ten?'],
    }
  })
}

/** The race that is meant; where only the track is known, each of its races. */
async function racesOf({ part: { scope }, season }: Ask): Promise<readonly RaceId[]> {
  if (scope.raceId !== undefined) return [scope.raceId]
  if (scope.raceIds !== undefined) return scope.raceIds
  const races = scope.trackId === undefined ? [] : await season.races()
  return races.filter(({ trackId }) => trackId === scope.trackId).map(({ raceId }) => raceId)
}

function ofRace(telling: Open, race: CoachedRace, timeMs: number, isAlone: boolean) {
  const { text } = telling.ask.part
  const place = placeNamed(telling.ask)
  const section = place === undefined ? undefined : sectionOf(place)
  const bests = bestsOf(telling, race, section)
  const [quickest] = bests
  if (quickest === undefined || bests.length < 2) return undefined
  const time = { ms: inMinutes(timeMs, bests), section }
  const ahead = bests.filter(({ value }) => Number(value) < time.ms)
  const all = telling.keep(computedFact('count', bests, 'count', 'Cars with such a time'))
  const count =
    ahead.length === 0
      ? undefined
      : telling.keep(computedFact('count', ahead, 'count', 'Cars with a quicker one'))
  const share = ahead.length / bests.length
  const verdict = verdictOf(text, share)
  const lead = verdict === undefined || (isAlone && asksYesNo(text)) ? '' : leadOf(share)
  const what: Piece =
    section === undefined
      ? 'had a best lap under that time'
      : ['have been quicker in ', inSection(race, section)]
  const many: Piece = count === undefined ? 'no car' : [exact(count), ' of ', exact(all), ' cars']
  const rank = capitalised(
    fact`${lead}${many} ${what} in ${raceNamed(race)}, the quickest with ${exact(quickest)}.`,
  )
  const own = ofOwnLaps(telling, race, time)
  const usual = section === undefined && isAlone ? asMedian(telling, race, time) : undefined
  const isOfOwn = own !== undefined && reaching.test(text)
  return {
    verdict: isOfOwn ? own.isInPieces : verdict,
    sentences: isOfOwn ? [own.inPieces, own.sentence, rank] : [rank, own?.sentence, usual],
    asked: [...(count === undefined ? [] : [count]), all, ...(own?.asked ?? [])],
  }
}

/** "Could I have done a 1:37.9?", "how close did I get to it?": first what the own laps show. */
const reaching =
  /\b(?:could|can|able|possible|capable|reach|in me|realistic|achievable|how (?:close|far|near)|near)\b/i

function leadOf(share: number): Piece {
  if (share <= 1 / 3) return 'quick for this field: '
  return share > 2 / 3 ? 'slow for this field: ' : 'near the middle of this field: '
}

function inSection({ race, ofRace: at }: CoachedRace, section: SectionId): Piece {
  const [key = ''] = Object.keys(race.classes)
  const index = race.classes[key]?.sections.indexOf(section) ?? -1
  return index < 0 ? 'it' : exact(at(`classes.${key}.sections.${index}`))
}

/** The best times of the cars, quickest first. */
function bestsOf(telling: Open, race: CoachedRace, section: SectionId | undefined) {
  const field = section === undefined ? 'bestLap.lapTimeMs' : `sections.${section}.own.bestMs`
  return race.patterns
    .flatMap((pattern) => {
      const own = carOfRace(telling, race, pattern.car)
      const isThere =
        section === undefined
          ? pattern.bestLap !== null
          : (pattern.sections[section]?.own ?? null) !== null
      return own !== undefined && isThere ? [own.own(field)] : []
    })
    .toSorted((a, b) => Number(a.value) - Number(b.value))
}

const minuteMs = 60_000

/** "A 38.2" of laps of 1:38 leaves the minute unsaid. */
function inMinutes(timeMs: number, bests: readonly Fact[]): number {
  if (timeMs >= minuteMs) return timeMs
  const middle = median(bests.map(({ value }) => Number(value)))
  return timeMs + minuteMs * Math.max(0, Math.round((middle - timeMs) / minuteMs))
}

/** How many of the own green laps were under it, beside the own best, median and best sections put together. */
function ofOwnLaps(telling: Open, race: CoachedRace, { ms, section }: Named) {
  const { ask, keep } = telling
  const { scope } = ask.part
  const car = scope.car === undefined ? undefined : carOfRace(telling, race, scope.car)
  if (car === undefined) return undefined
  const of = section ?? 'lap'
  const kind = section === undefined ? 'lap-time' : 'section-time'
  const times = Object.values(car.pattern.laps)
    .filter(({ isClean, timeMs }) => isClean && timeMs[of] !== undefined)
    .map(({ lap }) => car.own(`laps.${lap}.timeMs.${of}`))
  const under = times.filter(({ value }) => Number(value) < ms)
  if (times.length === 0) return undefined
  const n = keep(computedFact('count', times, 'count', 'Green laps'))
  const count =
    under.length === 0
      ? undefined
      : keep(computedFact('count', under, 'count', 'Green laps under that time'))
  const best = keep(computedFact('best', times, kind, 'Best of the green laps'))
  const middle = keep(computedFact('median', times, kind, 'Median of the green laps'))
  const { your, You, Your } = voiceOf(ask, car)
  const its = You === 'You' ? 'your' : 'its'
  const many: Piece = count === undefined ? 'None' : exact(count)
  const were = under.length > 1 ? 'were' : 'was'
  const ideal =
    section === undefined && car.pattern.idealLapMs !== null ? car.own('idealLapMs') : undefined
  return {
    asked: [best, middle],
    isInPieces: Math.min(Number(ideal?.value ?? Infinity), Number(best.value)) < ms,
    inPieces: ideal && fact`${Your} best sections put together make ${exact(ideal)}.`,
    sentence: fact`${many} of ${your} ${countCited(n, 'green lap')} ${were} under it: ${its} best was ${exact(best)}, ${its} median ${exact(middle)}.`,
  }
}

/** What it would be as a usual lap: how many cars have a median under it. */
function asMedian(telling: Open, race: CoachedRace, { ms }: Named): Sentence | undefined {
  const medians = race.patterns.flatMap((pattern) => {
    const own: CoachedCar | undefined = carOfRace(telling, race, pattern.car)
    return own === undefined || pattern.clean.medianMs === null ? [] : [own.own('clean.medianMs')]
  })
  const under = medians.filter(({ value }) => Number(value) < ms)
  if (medians.length < 2) return undefined
  const all = telling.keep(computedFact('count', medians, 'count', 'Cars with a median'))
  if (under.length === 0)
    return fact`As a median over the race it would be the quickest of ${exact(all)}.`
  const count = telling.keep(computedFact('count', under, 'count', 'Cars with a quicker median'))
  return fact`As a median over the race it would be behind ${exact(count)} of ${exact(all)}.`
}

/** "Is it good?", "is it slow?", "would it be top ten?" */
function verdictOf(text: string, share: number): Verdict | undefined {
  const isGood = share <= 1 / 3 ? true : share > 2 / 3 ? false : 'middling'
  if (/\b(?:slow|bad|poor|weak|rubbish|off the pace)\b/i.test(text)) return turned(isGood)
  return /\b(?:good|ok|okay|decent|fast|quick|great|fine|strong|competitive|respectable|right|happy|pleased|on the pace|reasonable|special)\b/i.test(
    text,
  )
    ? isGood
    : undefined
}
