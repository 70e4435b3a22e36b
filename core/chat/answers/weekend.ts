import type { CoachedCar } from '#core/composer/coached-car.ts'
import { countCited, raceCited, rankCited, sectionCited } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece, short } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { AnswerIntent, Ask } from '../draft.ts'
import { type CarQuestion, drafted, type Written } from './car-answer.ts'
import { gapBetween } from './counted-words.ts'
import { placeNamed, sectionOf } from './named-in.ts'
import { isOfAnother, toldOfTheCar } from './spoken-of.ts'
import { workOn } from './work-on.ts'

/** The card for the next race run (D15). */
export async function card(question: CarQuestion): Promise<Written> {
  const { ask, car } = question
  const { race, pattern } = car
  const later = (await ask.season.races()).find(
    ({ trackId, raceNumber }) => trackId === race.trackId && raceNumber > race.raceNumber,
  )
  const { card: written } = await ask.season.coaching(pattern.raceId, pattern.car)
  const next = [
    'Which of my own laps should I repeat?',
    'Whose onboard do I watch?',
    'Was the target met?',
  ]
  if (written !== null) {
    const facts = (await ask.season.coaching(pattern.raceId, pattern.car)).facts
    return {
      sentences: written.sentences,
      asked: [facts('card.quantity'), facts('card.paceGapMs'), facts('card.aimGapMs')],
      also: [facts('card.repeatGainMs')],
      suggestions: next,
    }
  }
  const instead = workOn(question)
  const why =
    race.raceNumber > 1 && later === undefined
      ? note`There is no later race at this track in the season, so there is no card; this is what to take along.`
      : noCard(car)
  return { ...instead, sentences: [why, ...instead.sentences.slice(0, 4)] }
}

function noCard({ pattern, own }: CoachedCar) {
  if (pattern.lap.paceMs === null)
    return note`There is no card: ${countCited(own('cleanLaps'), 'green lap')} are too few for an aim.`
  if (pattern.opportunities.length === 0)
    return note`There is no card: no section is off the quick quarter.`
  return note`There is no card: your quickest laps in the weakest section are too few, or one stretch, so they are no habit to aim at.`
}

type Weekend = { readonly first: RaceDocument; readonly second: RaceDocument }

/** The two races of the track that the question is about. */
async function weekendOf({ part: { scope }, season }: Ask): Promise<Weekend | undefined> {
  const races = await season.races()
  const trackId = scope.trackId ?? races.find(({ raceId }) => raceId === scope.raceId)?.trackId
  const [first, second] = races
    .filter((race) => race.trackId === trackId)
    .toSorted((a, b) => a.raceNumber - b.raceNumber)
  return first === undefined || second === undefined ? undefined : { first, second }
}

/** An answer about a car over the two races of a weekend. */
function ofWeekend(
  write: (ask: Ask, cars: { first: CoachedCar; second: CoachedCar }) => Promise<Written> | Written,
): AnswerIntent {
  return async (ask) => {
    const { car } = ask.part.scope
    if (car === undefined)
      return await drafted(ask, {
        outcome: 'asked-back',
        sentences: [note`Which car do you mean?`],
      })
    const weekend = await weekendOf(ask)
    if (weekend === undefined)
      return await drafted(ask, {
        outcome: 'not-in-data',
        sentences: [note`The season has no two races of that track to set side by side.`],
      })
    const ran = [weekend.first, weekend.second].filter((race) =>
      race.cars.some((one) => one.car === car),
    )
    const [only] = ran
    if (ran.length < 2) return await drafted(ask, ranInOne(only))
    const [first, second] = await Promise.all([
      ask.season.car(weekend.first.raceId, car),
      ask.season.car(weekend.second.raceId, car),
    ])
    const draft = await drafted(ask, await write(ask, { first, second }))
    if (!isOfAnother(ask.part)) return draft
    const number = second.own('car')
    return {
      ...draft,
      sentences: toldOfTheCar(draft.sentences, number),
      facts: [...draft.facts.filter(({ id }) => id !== number.id), number],
    }
  }
}

function ranInOne(only: RaceDocument | undefined): Written {
  const where: Piece = only === undefined ? 'neither race' : ['only ', raceCited(only.raceId)]
  return {
    outcome: 'not-in-data',
    sentences: [fact`That car ran in ${where} at this track, so there is nothing to compare.`],
    suggestions: ['Where do I lose time?', 'What should I work on first?'],
  }
}

/** Whether race 1's aim was met in race 2 (D15). */
export const targetMet: AnswerIntent = ofWeekend(async (ask, { first, second }) => {
  const { raceId, car } = first.pattern
  const { card: written, facts } = await ask.season.coaching(raceId, car)
  if (written === null)
    return {
      outcome: 'not-in-data',
      sentences: [noCard(first), note`So there was no target to meet.`],
      suggestions: ['Did I improve from race one to race two?', 'What should I work on first?'],
    }
  const [aim] = written.sentences
  const { check } = written
  const asked = [facts('card.aimGapMs'), facts('card.paceGapMs')]
  const suggestions = ['Did I improve from race one to race two?', 'What should I work on now?']
  if (check === null)
    return {
      outcome: 'not-in-data',
      sentences: [note`The card was not checked yet: its second race is not in the season.`, aim],
      asked,
      suggestions,
    }
  return {
    outcome: 'answered',
    sentences: [...check.sentences, aimSaid(facts, written.aimGapMs, second)],
    asked: [facts('card.check.verdict'), facts('card.check.shiftMs'), ...asked].filter(
      ({ value }) => value !== null,
    ),
    suggestions,
  }
})

function aimSaid(
  at: (field: string) => Parameters<typeof exact>[0],
  aimMs: number,
  { pattern, own }: CoachedCar,
) {
  const quantity = String(at('card.quantity').value)
  const section = sectionIds.find((id) => id === quantity)
  const there: Piece =
    section === undefined || typeof pattern.sections[section]?.paceGapMs !== 'number'
      ? ''
      : [
          '; in ',
          raceCited(pattern.raceId),
          ' it was ',
          exact(own(`sections.${section}.paceGapMs`)),
          Number(own(`sections.${section}.paceGapMs`).value) < 0 ? ' ahead' : ' off',
        ]
  return aimMs > 0
    ? fact`The aim was from ${exact(at('card.paceGapMs'))} to ${exact(at('card.aimGapMs'))} off the quick quarter${there}.`
    : fact`The aim was from ${exact(at('card.paceGapMs'))} off the quick quarter to level with it${there}.`
}

/** Race 2 against race 1: the car, the field, and what is left when the field is taken out. */
export const improved: AnswerIntent = ofWeekend((ask, { first, second }) => {
  const place = placeNamed(ask)
  const sections = place === undefined ? sectionIds : [sectionOf(place)]
  const moved = sections.flatMap((section) => {
    const both = [first, second].every(
      ({ pattern }) => typeof pattern.sections[section]?.paceGapMs === 'number',
    )
    if (!both) return []
    const field = `sections.${section}.paceGapMs`
    const label = `Car ${second.pattern.car}, ${section}: pace gap of the later race less that of the earlier`
    return [{ section, shift: gapBetween(second.own(field), first.own(field), label) }]
  })
  const against = againstField(first, second)
  const parts = moved.map(({ section, shift }): Piece => [
    sectionCited(second, section),
    ' ',
    closer(shift),
  ])
  const suggestions = ['Was the target met?', 'What should I work on now?', 'Where do I lose time?']
  if (against === undefined && moved.length === 0)
    return { ...bestLaps(first, second), suggestions }
  return {
    sentences: [
      place === undefined ? against?.sentence : undefined,
      parts.length === 0
        ? undefined
        : fact`Against the quick quarter, from ${raceCited(first.race.raceId)} to ${raceCited(second.race.raceId)}: ${listed(parts)}.`,
      ranks(first, second),
      note`Gaps within chance move by themselves between two races; whoever was weak somewhere usually gets better there.`,
    ],
    computed: moved.map(({ shift }) => shift),
    asked: [...(against?.asked ?? []), ...moved.map(({ shift }) => shift)],
    suggestions,
  }
})

function closer(shift: Parameters<typeof exact>[0]): Piece {
  const ms = Number(shift.value)
  if (Math.abs(ms) < 0.5) return 'as before'
  return [short(shift), ms < 0 ? ' closer' : ' further away']
}

/** The car's own shift beside that of the field, of the class that the races share. */
function againstField(first: CoachedCar, { weather, pattern, day }: CoachedCar) {
  const { otherRace } = weather
  const index = otherRace?.cars.findIndex(({ car }) => car === pattern.car) ?? -1
  const own = otherRace?.cars[index]
  if (!otherRace || own === undefined || otherRace.field === null) return undefined
  if (otherRace.carClass !== pattern.carClass) return undefined
  const at = `otherRace.cars.${index}`
  const facts = [
    day(`${at}.againstFieldMs`),
    day(`${at}.shiftMs`),
    day('otherRace.field.shiftMs'),
  ] as const
  const [beside, shift, field] = facts
  const way = (ms: number) => (ms < 0 ? 'quicker' : 'slower')
  const verdict =
    Math.abs(own.againstFieldMs) < 0.5
      ? ['Level with the field: ']
      : isWithinChance(first.pattern, pattern)
        ? [
            'About the same against the field: you ',
            own.againstFieldMs < 0 ? 'gained ' : 'lost ',
            short(beside),
            ', within chance; ',
          ]
        : own.againstFieldMs < 0
          ? ['Yes, against the field you gained ', short(beside), ': ']
          : ['No, against the field you lost ', short(beside), ': ']
  return {
    asked: [...facts],
    sentence: fact`${verdict}your pace was ${short(shift)} ${way(own.shiftMs)} than in ${raceCited(otherRace.raceId)}, that of the field ${short(field)} ${way(otherRace.field.shiftMs)}, over ${exact(day('otherRace.field.n'))} cars that ran in both.`,
  }
}

/** The intervals of the two pace gaps touch. */
function isWithinChance(a: CoachedCar['pattern'], b: CoachedCar['pattern']): boolean {
  const low = ({ lap }: CoachedCar['pattern']) => lap.paceGapLowMs ?? -Infinity
  const high = ({ lap }: CoachedCar['pattern']) => lap.paceGapHighMs ?? Infinity
  return low(a) <= high(b) && low(b) <= high(a)
}

function ranks(first: CoachedCar, second: CoachedCar) {
  if ([first, second].some(({ pattern }) => pattern.lap.paceRank === null)) return undefined
  const rank = ({ own }: CoachedCar) => rankCited(own('lap.paceRank'), own('lap.paceOf'))
  return fact`By pace you were ${rank(first)} in ${raceCited(first.race.raceId)} and ${rank(second)} in ${raceCited(second.race.raceId)}.`
}

/** Without a pace in both races only the best laps are left, with the day in them. */
function bestLaps(first: CoachedCar, second: CoachedCar): Written {
  const laps = fact`You have ${countCited(first.own('cleanLaps'), 'green lap')} in ${raceCited(first.race.raceId)} and ${exact(second.own('cleanLaps'))} in ${raceCited(second.race.raceId)}: too few for a pace in both, so it cannot be told with the field taken out.`
  if ([first, second].some(({ pattern }) => pattern.bestLap === null))
    return { outcome: 'not-in-data', sentences: [laps] }
  const [before, after] = [first.own('bestLap.lapTimeMs'), second.own('bestLap.lapTimeMs')]
  const gap = gapBetween(
    after,
    before,
    `Car ${second.pattern.car}, best lap of the later race less that of the earlier`,
  )
  const way = Number(gap.value) < 0 ? 'quicker' : 'slower'
  return {
    sentences: [
      laps,
      Number(gap.value) === 0
        ? fact`Your best laps are equal: ${exact(before)}.`
        : fact`Your best lap was ${exact(gap)} ${way}: ${exact(after)} against ${exact(before)}; that is the day and you together.`,
    ],
    computed: [gap],
    asked: [gap],
  }
}
