import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Fact } from '#core/domain/fact.ts'
import type { Suggestion } from '#core/protocol/chat/frames.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Draft } from './draft.ts'
import type { SeasonFacts } from './season-facts.ts'
import type { SeasonNames } from './understanding/entities/season-names.ts'
import type { Unknown } from './understanding/understanding.ts'

type Season = { readonly facts: SeasonFacts; readonly names: SeasonNames }

/** What there is, in place of what was named and is not in the season. */
type There = { readonly sentence: Sentence; readonly facts: readonly Fact[] }

/** Something was named that the season does not have. */
export async function notThere(
  unknown: readonly Unknown[],
  choices: readonly Suggestion[],
  scope: Scope,
  season: Season,
): Promise<Draft> {
  const of = (what: Unknown['what']) => unknown.find((one) => one.what === what)
  const elsewhere = of('track')
  if (elsewhere !== undefined) {
    const asked = suggested('Which races are there?', 'What can I ask?')
    return drafted(`There is no race at ${elsewhere.text} in this season.`, asked)
  }
  const race = of('race')
  if (race !== undefined) {
    const said = `There is no such race at ${race.text} in this season.`
    return drafted(said, choices, await racesThere(race.text, season))
  }
  const corner = of('corner-name')
  if (corner !== undefined) return noNames(corner.text)
  const names = unknown.map((one) => `${called[one.what] ?? one.what} ${one.text}`)
  const there = await whatThereIs(unknown, scope, season)
  const place = unknown.every(({ what }) => what === 'car' || what === 'lap') ? 'race' : 'track'
  return drafted(
    `There is no ${names.join(' and no ')} in the timing of this ${place}.`,
    choices,
    there,
  )
}

const called: { readonly [what in Unknown['what']]?: string } = {
  corner: 'Turn',
  section: 'Section',
}

async function whatThereIs(
  [first]: readonly Unknown[],
  { raceId, trackId }: Scope,
  { facts, names }: Season,
): Promise<There | undefined> {
  if (first?.what === 'car') return carElsewhere(first.text, names)
  const ofTrack = names.tracks.find((track) => track.trackId === trackId)?.races[0]?.raceId
  const known = raceId ?? ofTrack
  if (known === undefined) return undefined
  const { race, track, ofRace, ofTrack: at } = await facts.race(known)
  if (first?.what === 'lap') {
    const [number, laps] = [ofRace('raceNumber'), ofRace('raceLaps')]
    const sentence = fact`Race ${exact(number)} at ${track.shortName} went over ${exact(laps)} laps, counted from the opening lap.`
    return { sentence, facts: [number, laps] }
  }
  const key = Object.keys(race.classes)[0] ?? ''
  const sections = (race.classes[key]?.sections ?? []).map((section, index) => {
    const named = ofRace(`classes.${key}.sections.${index}`)
    const hasCorners = sectionIds.includes(section) && track.cornerRanges[section] !== undefined
    return hasCorners ? [named, at(`cornerRanges.${section}`)] : [named]
  })
  if (sections.length === 0) return undefined
  const told = sections.map(([name, corners]): Piece[] => [
    name === undefined ? '' : exact(name),
    corners === undefined ? '' : [' (', exact(corners), ')'],
  ])
  const sentence = fact`A lap of ${track.shortName} is timed in ${listed(told)}.`
  return { sentence, facts: sections.flat() }
}

/** "It has Race 1 and Race 2." */
async function racesThere(shortName: string, { facts, names }: Season): Promise<There | undefined> {
  const track = names.tracks.find((one) => one.shortName === shortName)
  if (track === undefined || track.races.length === 0) return undefined
  const numbers = await Promise.all(
    track.races.map(async ({ raceId }) => (await facts.race(raceId)).ofRace('raceNumber')),
  )
  const told = numbers.map((number): Piece => ['Race ', exact(number)])
  return { sentence: fact`What there is: ${listed(told)}.`, facts: numbers }
}

/** The tracks at which a car of that number raced. */
function carElsewhere(car: string, { tracks }: SeasonNames): There {
  const places = tracks.filter(({ races }) =>
    races.some(({ cars }) => [...cars.keys()].some((number) => number === car)),
  )
  const sentence =
    places.length === 0
      ? note`No race of the season has a car of that number.`
      : note`A car of that number raced at ${listed(places.map(({ shortName }) => shortName))}.`
  return { sentence, facts: [] }
}

/** Corners have numbers here; a name would be guessed. */
function noNames(name: string): Draft {
  const which = name === 'that' ? 'has that name' : `is called “${name}”`
  const said = `The sheets and maps of this season number the corners; which of them ${which} they do not say.`
  const sentence = note`Ask by the number of the turn: timing sees the section that it lies in, not the corner by itself.`
  const asked = suggested('Which turns are in which section?', 'Where do I lose time?')
  return drafted(said, asked, { sentence, facts: [] })
}

function drafted(said: string, suggestions: readonly Suggestion[], there?: There): Draft {
  return {
    outcome: 'not-in-data',
    sentences: [note`${said}`, ...(there === undefined ? [] : [there.sentence])],
    facts: there?.facts ?? [],
    asked: [],
    suggestions,
  }
}

function suggested(...texts: readonly string[]): Suggestion[] {
  return texts.map((text) => ({ label: text, text }))
}
