import type { AnswerIntent } from '../draft.ts'
import { isItMuch } from './beside-field.ts'
import { biggestSpreadTrack, closestRace } from './across-races.ts'
import { compareCars } from './compare-cars.ts'
import { compareLaps } from './compare-laps.ts'
import { compareRaces } from './compare-races.ts'
import { fastestLap } from './fastest-lap.ts'
import { gaps } from './gaps.ts'
import { gotAway } from './got-away.ts'
import { heldUp } from './held-up.ts'
import { lapStory } from './lap-story.ts'
import { meaning } from './meaning.ts'
import { beyondAnswers } from './not-in-data.ts'
import { paceVsResult } from './pace-and-result.ts'
import { paceNeeded } from './pace-needed.ts'
import { position } from './position.ts'
import { whyPosition } from './why-position.ts'
import { dataQuality } from './data-quality.ts'
import { flags } from './flags.ts'
import { lapDeleted } from './lap-deleted.ts'
import { lapped } from './lapped.ts'
import { pitStops } from './pit-stops.ts'
import { raceFacts } from './race-sheet.ts'
import { placesLap1 } from './places-lap1.ts'
import { raceStory } from './race-story.ts'
import { whoPassed } from './who-passed.ts'
import { movers } from './movers.ts'
import { mostYellows } from './most-yellows.ts'
import { retired } from './retired.ts'
import { ranking } from './ranking.ts'
import { season, seasonResults } from './season.ts'
import { compareSections } from './compare-sections.ts'
import { fastestWhere } from './sections-compared.ts'
import { quickestLastLaps, upToSpeed } from './stretches.ts'
import { greeting, help, setCar, sources, thanks } from './talk.ts'
import { tomorrow } from './tomorrow.ts'
import { trackFacts } from './track-facts.ts'
import { trackOrMe } from './track-or-me.ts'
import { inTow, stuckBehind } from './traffic.ts'
import { weatherAtLap } from './weather-at-lap.ts'
import { weatherExtreme } from './weather-extreme.ts'
import { weatherMissing } from './weather-missing.ts'
import { weatherMatter, weatherRange } from './weather.ts'

/** Answers about the race, its order, the day and the season, and about what the data does not hold. */
export const raceAnswers: readonly (readonly [string, AnswerIntent])[] = [
  ['compare-cars', compareCars],
  ['compare-laps', compareLaps],
  ['compare-races', compareRaces],
  ['compare-sections', compareSections],
  ['fastest-lap', fastestLap],
  ['fastest-where', fastestWhere],
  ['ranking', ranking],
  ['position', position],
  ['retired', retired],
  ['movers', movers],
  ['gaps', gaps],
  ['lap-story', lapStory],
  ['race-story', raceStory],
  ['race-facts', raceFacts],
  ['places-lap1', placesLap1],
  ['who-passed', whoPassed],
  ['stuck-behind', stuckBehind],
  ['got-away', gotAway],
  ['pace-vs-result', paceVsResult],
  ['pace-needed', paceNeeded],
  ['in-tow', inTow],
  ['held-up', heldUp],
  ['quickest-last-laps', quickestLastLaps],
  ['up-to-speed', upToSpeed],
  ['track-or-me', trackOrMe],
  ['why-position', whyPosition],
  ['lap-deleted', lapDeleted],
  ['lapped', lapped],
  ['pit-stops', pitStops],
  ['flags', flags],
  ['weather-matter', weatherMatter],
  ['weather-at-lap', weatherAtLap],
  ['weather-range', weatherRange],
  ['weather-extreme', weatherExtreme],
  ['weather-missing', weatherMissing],
  ['is-it-much', isItMuch],
  ['season', season],
  ['season-results', seasonResults],
  ['biggest-spread-track', biggestSpreadTrack],
  ['closest-race', closestRace],
  ['most-yellows', mostYellows],
  ['track-facts', trackFacts],
  ['tomorrow', tomorrow],
  ['data-quality', dataQuality],
  ['meaning', meaning],
  ['help', help],
  ['sources', sources],
  ['set-car', setCar],
  ['greeting', greeting],
  ['thanks', thanks],
  ...beyondAnswers,
]
