import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import type { PatternDocument } from '#core/protocol/documents/pattern-document.ts'
import { computedFact } from '../../computed-fact.ts'
import { lastLapOf, raceNamed } from '../in-race.ts'
import { answering, correcting } from '../yes-no.ts'
import { aboutRace, type CarTelling, type RaceTelling, voiceOf, type Written } from '../telling.ts'

const carsNamed = 12
const ofTheField =
  /\b(?:who|which (?:cars?|ones|of)|any(?:one|body)|every(?:one|body)|all (?:the )?cars|how many|cars|list|dnfs|retirements|retirees)\b/i

/** Whether a car got to the end, and where its laps stop; of the field who did not. Why is not in timing. */
export const retired = aboutRace((telling) => {
  const { ask, carIn } = telling
  const { car: number } = ask.part.scope
  const car = number === undefined ? undefined : carIn(number)
  if (
    car === undefined ||
    (ofTheField.test(ask.part.text) && !/\b(?:i|my|me)\b/i.test(ask.part.text))
  )
    return ofField(telling)
  return ofCar({ ...telling, car, who: voiceOf(ask, car) })
})

export const tookTheFlag = (pattern: PatternDocument) =>
  lastLapOf(pattern)?.flagAtLine === 'chequered'

/** "Did I retire?", not "did I finish?". */
const asksIfOut = (text: string) =>
  /\b(?:retir\w*|dnf\w*|drop\w* out|stop\w*|(?:not|n'?t) (?:finish|make it)|crash\w*|br[eo]ke?\w* down|quit|out\b)/i.test(
    text,
  )

function ofCar({ ask, car, who, race }: CarTelling): Written {
  const { text } = ask.part
  const last = lastLapOf(car.pattern)
  if (last === undefined)
    return {
      outcome: 'not-in-data',
      sentences: [fact`${raceNamed(race)} has no lap of ${exact(car.own('car'))}.`],
    }
  const at = (field: string) => car.own(`laps.${last.lap}.${field}`)
  const place: Piece = last.position === null ? '' : [', ', exact(at('position')), ' there']
  const result =
    car.pattern.position === null
      ? undefined
      : fact`The results have ${exact(car.own('position'))}.`
  const suggestions = ['What happened on my last lap?', 'Where did I finish?']
  if (tookTheFlag(car.pattern))
    return {
      sentences: [
        correcting(
          text,
          !asksIfOut(text),
          fact`${who.You} took the chequered flag in ${raceNamed(race)}, after ${countCited(car.own('lapsDone'), 'lap')} of the race's ${exact(race.ofRace('raceLaps'))}${place}.`,
        ),
        result,
      ],
      asked: [car.own('lapsDone')],
      suggestions,
    }
  return {
    sentences: [
      answering(
        text,
        asksIfOut(text) || /\bstart\w*|\brace\b.*\bat all\b/i.test(text),
        fact`${who.Your} laps in ${raceNamed(race)} end with ${exact(at('lap'))} of ${exact(race.ofRace('raceLaps'))}${place}: no chequered flag.`,
      ),
      last.isPitIn ? note`That lap ended in the pit lane.` : undefined,
      note`Timing does not say why.`,
      result,
    ],
    asked: [at('lap'), race.ofRace('raceLaps')],
    suggestions,
  }
}

/** Cars that the results list without a lap; the timing knows only those that did one. */
function didNotStart(race: RaceTelling['race'], all: readonly CoachedCar[]): Written {
  const index = race.race.dataQuality.findIndex(({ code }) => code === 'did-not-start')
  const cars = all.map(({ own }) => own('car'))
  return {
    verdict: index >= 0,
    sentences: [
      index < 0
        ? fact`${raceNamed(race)}: no car in the results is without a lap.`
        : fact`${exact(race.ofRace(`dataQuality.${index}.text`))}`,
    ],
    asked: index < 0 ? cars.slice(0, 1) : [race.ofRace(`dataQuality.${index}.text`)],
    suggestions: ['Who did not finish?', 'How many cars took part?'],
  }
}

function ofField({ ask, race, carIn, keep }: RaceTelling): Written {
  const isOfResult = /\bclassified\b/i.test(ask.part.text)
  const all = race.patterns.flatMap(({ car }) => carIn(car) ?? [])
  const placed = all.filter(({ pattern }) => pattern.position !== null)
  const finished = all.filter(({ pattern }) => tookTheFlag(pattern))
  const out = all
    .filter(({ pattern }) => !tookTheFlag(pattern))
    .toSorted((a, b) => a.pattern.lapsDone - b.pattern.lapsDone)
  if (finished.length === 0)
    return {
      outcome: 'not-in-data',
      sentences: [note`The sheet of ${raceNamed(race)} shows no chequered flag.`],
    }
  const count = (cars: readonly CoachedCar[], label: string) =>
    keep(
      computedFact(
        'count',
        cars.map(({ own }) => own('car')),
        'count',
        label,
      ),
    )
  const told = out
    .slice(0, carsNamed)
    .map(({ own }): Piece => [short(own('car')), ' after ', countCited(own('lapsDone'), 'lap')])
  const { text } = ask.part
  const isOfAll = /\b(?:every(?:one|body)|all)\b/i.test(text)
  const isOut = asksIfOut(text)
  const took = fact`${exact(count(finished, 'Cars that took the chequered flag'))} of ${exact(count(all, 'Cars of the race'))} cars took the chequered flag in ${raceNamed(race)}.`
  const stopped =
    out.length === 0
      ? note`Nobody dropped out.`
      : fact`${countCited(count(out, 'Cars without the chequered flag'), 'car')} did not get to the flag: ${listed(told)}; timing does not say why.`
  if (/\bnot start|n't start|\bdns\b|non[- ]starters?/i.test(text)) return didNotStart(race, all)
  return {
    verdict: isOut || isOfAll ? (isOut && !isOfAll) === out.length > 0 : undefined,
    sentences: [
      /\bfirst\b/i.test(text) && told[0] !== undefined
        ? fact`The first to stop was car ${told[0]}.`
        : undefined,
      ...(isOut && !isOfAll ? [stopped, took] : [took, stopped]),
      isOfResult && placed.length > 0
        ? fact`The ${exact(race.ofRace('classification'))} results give a place to ${countCited(count(placed, 'Cars with a place in the results'), 'car')}.`
        : undefined,
    ],
    asked: finished.map(({ own }) => own('car')).slice(0, 1),
    suggestions: ['Were there any yellows?', 'Who won?'],
  }
}
