import { countCited, lapsCited, lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import type { Fact } from '#core/domain/fact.ts'
import { computedFact } from '../../computed-fact.ts'
import { inResultOrder, lapAsked, lapsOf, raceNamed, restartLaps } from '../in-race.ts'
import { aboutRace, type RaceTelling } from '../telling.ts'
import { yellowForCar } from './yellow-for-car.ts'

const flagWords = {
  green: 'green',
  fcy: 'full-course yellow',
  'safety-car': 'safety car',
  red: 'red flag',
  chequered: 'chequered flag',
  unknown: 'a flag that is not known',
} as const

/** Yellow phases and restarts, as the leader counts the laps. */
export const flags = aboutRace((telling) => {
  const { race, keep } = telling
  const phases = race.race.phases.map((phase, index) => ({ ...phase, index }))
  const shut = phases.filter(
    ({ flag }) => flag === 'fcy' || flag === 'safety-car' || flag === 'red' || flag === 'unknown',
  )
  const at = (index: number, field: string) => race.ofRace(`phases.${index}.${field}`)
  const told = spansTold(telling, shut)
  const restarts = phases.flatMap(({ restartLap, index }) =>
    restartLap === null ? [] : [at(index, 'restartLap')],
  )
  const { text } = telling.ask.part
  const isRed = ofRed.test(text)
  const isGreen = /\bhow (?:many|much)\b.*\bgreen\b/i.test(text)
  const has = shut.some((phase) => isAsked(text, phase, race.race.raceLaps))
  const green = fact`Of all ${exact(race.ofRace('laps'))} laps driven, ${exact(race.ofRace('cleanLaps'))} were green from start to finish.`
  const isRestart = ofRestart.test(text)
  // "How many yellow laps, and when was the restart?" is answered in that order.
  const isFirst = isRestart && !isAfterYellow(text)
  const restarted =
    restarts.length === 0
      ? undefined
      : isFirst && /\bhow many\b/i.test(text)
        ? fact`${countCited(keep(computedFact('count', restarts, 'count', 'Restarts')), 'restart')}, on ${lapsCited(restarts)}.`
        : fact`The restart${restarts.length === 1 ? ' was' : 's were'} on ${lapsCited(restarts)}.`
  const lap = onLap(telling, shut)
  const forCar = yellowForCar(telling, shut)
  if (forCar.length > 0)
    return { sentences: forCar, suggestions: ['How many places did I make up at the restart?'] }
  return {
    verdict: lap?.verdict ?? (isRed || anyYellow.test(text) ? has : undefined),
    sentences: [
      lap?.sentence,
      isGreen ? green : undefined,
      isFirst ? restarted : undefined,
      isRed && !has ? note`No red flag is on the sheet of ${raceNamed(race)}.` : undefined,
      shutTold(telling, told, howMuch(telling, shut)),
      isFirst ? undefined : restarted,
      told.length === 0 && !isGreen ? green : undefined,
      told.length === 0 ? undefined : note`Timing does not say what a yellow was for.`,
    ],
    asked:
      told.length === 0
        ? [race.ofRace('cleanLaps')]
        : shut.flatMap(({ index }) => [at(index, 'fromLap'), at(index, 'toLap')]),
    suggestions:
      restartLaps(race).length > 0
        ? ['How many places did I make up at the restart?', 'Who was quickest after the restart?']
        : ['Did the weather matter?'],
  }
})

/** "Full-course yellow on lap 2 and laps 14 to 16", of each flag. */
function spansTold(telling: RaceTelling, shut: readonly Phase[]): readonly Piece[] {
  return [...Map.groupBy(shut, ({ flag }) => flag)].map(([flag, spans]): Piece => [
    flagWords[flag],
    ' on ',
    listed(spans.map((span) => spanOf(telling, span))),
  ])
}

/** The last lap of all has the chequered flag at its end, though it began under yellow. */
function spanOf({ race, carIn }: RaceTelling, { index, fromLap, toLap }: Phase): Piece {
  const [from, to] = ['fromLap', 'toLap'].map((end) => race.ofRace(`phases.${index}.${end}`))
  const finisher = race.patterns.find((one) => hasFlag(one, toLap))
  if (from === undefined || to === undefined) return ''
  if (toLap !== race.race.raceLaps || finisher === undefined || fromLap === toLap)
    return lapSpan(from, to)
  const before = carIn(finisher.car)?.own(`laps.${toLap - 1}.lap`)
  const last = fromLap === toLap - 1 ? from : before
  return [lapSpan(from, last ?? to), ', then the chequered flag on ', exact(to)]
}

const hasFlag = ({ laps }: RaceTelling['race']['patterns'][number], lap: number) =>
  laps[String(lap)]?.flagAtLine === 'chequered'

const ofRed = /\bred[- ]?flag|\b(?:race|it|session) (?:\w+ )?(?:stopped|halted|suspended)\b/i

/** "Was it stopped?", "did we finish under yellow?", "did it start behind the safety car?" */
function isAsked(text: string, { flag, fromLap, toLap }: Phase, raceLaps: number): boolean {
  if (ofRed.test(text) && flag !== 'red') return false
  if (/\b(?:finish|end)\w*\b/i.test(text)) return toLap >= raceLaps
  return !/\bstart\w*\b/i.test(text) || fromLap === 1
}

/** What was under yellow; the count first, where that is asked for. */
function shutTold({ ask, race }: RaceTelling, told: readonly Piece[], count: Piece | undefined) {
  if (told.length === 0)
    return fact`${raceNamed(race)} had no yellow: it was green over all of its ${exact(race.ofRace('raceLaps'))} laps.`
  if (count === undefined) return fact`In ${raceNamed(race)} the leader had ${listed(told)}.`
  return /\b(?:how (?:many|much|long)|total)\b/i.test(ask.part.text)
    ? fact`${count} in ${raceNamed(race)}: the leader had ${listed(told)}.`
    : fact`In ${raceNamed(race)} the leader had ${listed(told)}: ${count}.`
}

const ofRestart = /\brestart|\b(?:go|going|went|back to) green\b/i

function isAfterYellow(text: string): boolean {
  const [restart, yellow] = [text.search(ofRestart), text.search(anyYellow)]
  return (
    yellow >= 0 &&
    yellow < restart &&
    /\b(?:and|or|plus|when|what|how|did)\b|[,;?]/i.test(text.slice(yellow, restart))
  )
}

const anyYellow = /\b(?:yellows?|cautions?|neutrali\w+|safety cars?|sc|fcy|code 60|pace cars?)\b/i

/** "Was lap 8 under yellow?": the flag of a lap that is named, as the leader had it. */
function onLap({ ask, race, carIn }: RaceTelling, shut: readonly Phase[]) {
  const lap = lapAsked(ask)
  const leader = race.patterns.find(({ laps }) => laps[String(lap)]?.position === 1)
  const car = leader && carIn(leader.car)
  if (lap === undefined || car === undefined) return undefined
  const under = shut.find(({ fromLap, toLap }) => fromLap <= lap && lap <= toLap)
  const isRestart = restartLaps(race).includes(lap)
  const flag = under === undefined ? 'green' : flagWords[under.flag]
  const { text } = ask.part
  return {
    verdict:
      leader !== undefined && hasFlag(leader, lap)
        ? undefined
        : /\bgreen\b/i.test(text)
          ? under === undefined
          : anyYellow.test(text)
            ? under !== undefined
            : undefined,
    sentence:
      under !== undefined && leader !== undefined && hasFlag(leader, lap)
        ? fact`The leader's ${exact(car.own(`laps.${lap}.lap`))} ended with the chequered flag, having begun under ${flag}.`
        : fact`The leader's ${exact(car.own(`laps.${lap}.lap`))} was ${isRestart ? 'the lap of a restart, green at its end' : `under ${flag}`}.`,
  }
}

type Phase = {
  readonly flag: keyof typeof flagWords
  readonly fromLap: number
  readonly toLap: number
  readonly index: number
}

/** "2 neutralisations, 5 laps in all", the laps as the winner's sheet has them. */
function howMuch(
  { ask, race, carIn, keep }: RaceTelling,
  phases: readonly Phase[],
): Piece | undefined {
  const [winner] = inResultOrder(race)
  const car = winner && carIn(winner.car)
  const under = lapsOfWinner(car, phases)
  if (phases.length === 0 || under.length === 0) return undefined
  const counted = (facts: readonly Fact[], label: string) =>
    keep(computedFact('count', facts, 'count', label))
  const begins = phases.map(({ index }) => race.ofRace(`phases.${index}.fromLap`))
  const times = countCited(counted(begins, 'Neutralisations'), 'neutralisation')
  const laps = countCited(counted(under, 'Laps that the winner had under them'), 'lap')
  return /\blaps\b/i.test(ask.part.text) ? [laps, ', ', times] : [times, ', ', laps, ' in all']
}

function lapsOfWinner(car: CoachedCar | undefined, phases: readonly Phase[]): readonly Fact[] {
  if (car === undefined) return []
  return lapsOf(car.pattern)
    .filter(({ lap }) => phases.some(({ fromLap, toLap }) => fromLap <= lap && lap <= toLap))
    .filter(({ flagAtLine }) => flagAtLine !== 'chequered')
    .map(({ lap }) => car.own(`laps.${lap}.lap`))
}
