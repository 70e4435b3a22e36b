import type { CarNumber } from '#core/domain/ids.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import { allSections } from '../intents/of-parts.ts'
import type { Intent, Need } from '../intents/intent.ts'
import type { RaceNames, SeasonNames, TrackNames } from '../entities/season-names.ts'
import type { Choice, Missing, Part } from '../understanding.ts'

type Place = {
  readonly track?: TrackNames
  readonly race?: RaceNames
  readonly names: SeasonNames
}

/** The first thing that an intent needs and a question lacks, with choices to click. */
export function missingOf(part: Part, intent: Intent, place: Place): Missing | undefined {
  const what = intent.needs.find((need) => !has(part, need))
  if (what === undefined) return undefined
  return { what, choices: choicesOf(what, part, place) }
}

function has(part: Part, need: Need): boolean {
  const { scope, lapNames, partners, references } = part
  switch (need) {
    case 'track':
      return scope.trackId !== undefined || scope.raceId !== undefined || isOfAllTracks(part)
    case 'race':
      return scope.raceId !== undefined || scope.raceIds !== undefined
    case 'car':
      return scope.car !== undefined || part.isOfPartner
    case 'lap':
      return scope.lap !== undefined || lapNames.length > 0 || isOfRestarts(part)
    case 'section':
      return scope.section !== undefined || isOfAllSections(part)
    case 'partner':
      return (scope.cars?.length ?? 0) > 1 || partners.length + references.length > 0
  }
}

/** "At which track did the field move most?": of all of them. */
function isOfAllTracks({ text, intent }: Part): boolean {
  const isAsked =
    /\b(?:which|what) (?:track|circuit|weekend|event|place|round)\b|\bwhere (?:did|was|were) (?:the )?(?:field|everyone|everybody|times|pace)\b/
  return intent === 'improved' && isAsked.test(text)
}

/** "What happened when it went green?": the restarts are known. */
function isOfRestarts({ text, intent }: Part): boolean {
  return intent === 'lap-story' && /\brestart|\b(?:went|go|going|back to) green\b/.test(text)
}

/** "The mean of each section": no one of them is meant. */
function isOfAllSections({ text, intent }: Part): boolean {
  const isOfTimes = /\b(?:section|sector|split) times\b/.test(text)
  return intent === 'section-figures' && (isOfTimes || allSections.test(text))
}

function choicesOf(what: Need, { text, scope }: Part, { track, race, names }: Place): Choice[] {
  const { intents: _, cars, raceIds: ___, laps: ____, filter: _____, ...taken } = scope
  // Cars that the question names are not the asker's.
  const { car: __, ...carless } = taken
  const shown = cars === undefined ? taken : carless
  switch (what) {
    case 'track':
      return names.tracks.map(({ trackId, shortName }) => ({
        label: shortName,
        text: `${text} ${shortName}`,
        context: { ...shown, trackId },
      }))
    case 'race':
      return (track === undefined ? names.tracks : [track]).flatMap(({ shortName, races }) =>
        races.map(({ raceId, trackId, raceNumber }) => ({
          label: `${shortName}, race ${raceNumber}`,
          text,
          context: { ...shown, trackId, raceId },
        })),
      )
    case 'car':
      return carsOf({ names, ...(track && { track }), ...(race && { race }) }).map((car) => ({
        label: `Car ${car}`,
        text,
        context: { ...shown, car },
      }))
    case 'lap':
      return ['my best lap', 'my last lap'].map((lap) => ({ label: lap, text: `${text}: ${lap}` }))
    case 'section':
      return sectionIds.map((section) => ({
        label: `Section ${section.slice(1)}`,
        text: `${text} in section ${section.slice(1)}`,
        context: { ...shown, section },
      }))
    case 'partner':
      return ['the winner', 'the fastest', 'the quick quarter'].map((partner) => ({
        label: partner,
        text: `${text} with ${partner}`,
      }))
  }
}

/** Of the race; where none is named of its track, else of the season. */
function carsOf({ track, race, names }: Place): CarNumber[] {
  const races = race === undefined ? (track?.races ?? [...names.races.values()]) : [race]
  return [...new Set(races.flatMap(({ cars }) => [...cars.keys()]))]
}
