import type { AnswerIntent } from '../draft.ts'
import { timeWorth } from './laps/time-worth.ts'
import { isItMuch } from './compare/beside-field.ts'
import { biggestSpreadTrack, closestRace } from './season/across-races.ts'
import { compareCars } from './compare/compare-cars.ts'
import { compareLaps } from './compare/compare-laps.ts'
import { compareRaces } from './compare/compare-races.ts'
import { fastestLap } from './laps/fastest-lap.ts'
import { gaps } from './race/gaps.ts'
import { gotAway } from './race/got-away.ts'
import { heldUp } from './race/held-up.ts'
import { lapStory } from './laps/lap-story.ts'
import { meaning } from './talk/meaning.ts'
import { beyondAnswers } from './talk/not-in-data.ts'
import { paceVsResult } from './race/pace-and-result.ts'
import { paceNeeded } from './race/pace-needed.ts'
import { position } from './race/position.ts'
import { whyPosition } from './race/why-position.ts'
import { dataQuality } from './race/data-quality.ts'
import { flags } from './race/flags.ts'
import { lapDeleted } from './laps/lap-deleted.ts'
import { lapped } from './race/lapped.ts'
import { pitStops } from './race/pit-stops.ts'
import { raceFacts } from './race/race-sheet.ts'
import { lostPlaces } from './race/lost-places.ts'
import { placesLap1 } from './race/places-lap1.ts'
import { raceStory } from './race/race-story.ts'
import { whoPassed } from './race/who-passed.ts'
import { movers } from './race/movers.ts'
import { mostYellows } from './season/most-yellows.ts'
import { raceExtreme } from './season/race-extreme.ts'
import { retired } from './race/retired.ts'
import { ranking } from './race/ranking.ts'
import { season, seasonResults } from './season/season.ts'
import { seasonTopSpeed } from './season/season-top-speed.ts'
import { oneBestOr } from './season/best-over-races.ts'
import { compareSections } from './compare/compare-sections.ts'
import { fastestWhere } from './compare/sections-compared.ts'
import { quickestLastLaps, upToSpeed } from './laps/stretches.ts'
import { sources } from './talk/sources.ts'
import { greeting, help, setCar, thanks } from './talk/talk.ts'
import { tomorrow } from './season/tomorrow.ts'
import { trackFacts } from './season/track-facts.ts'
import { trackOrMe } from './season/track-or-me.ts'
import { inTow, stuckBehind } from './race/traffic.ts'
import { weatherAtLap } from './weather/weather-at-lap.ts'
import { weatherExtreme } from './weather/weather-extreme.ts'
import { racesLacking } from './season/races-lacking.ts'
import { weatherMatter, weatherRange } from './weather/weather.ts'
import { weatherOverRaces } from './weather/weather-over-races.ts'

/** Answers about the race, its order, the day and the season, and about what the data does not hold. */
export const raceAnswers: readonly (readonly [string, AnswerIntent])[] = [
  ['compare-cars', compareCars],
  ['compare-laps', compareLaps],
  ['compare-races', compareRaces],
  ['compare-sections', compareSections],
  ['fastest-lap', oneBestOr(fastestLap)],
  ['fastest-where', oneBestOr(fastestWhere)],
  ['ranking', ranking],
  ['position', position],
  ['retired', retired],
  ['movers', movers],
  ['gaps', gaps],
  ['lap-story', lapStory],
  ['race-story', raceStory],
  ['lost-places', lostPlaces],
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
  ['weather-over-races', weatherOverRaces],
  ['races-lacking', racesLacking],
  ['season-top-speed', seasonTopSpeed],
  ['is-it-much', isItMuch],
  ['time-worth', timeWorth],
  ['season', season],
  ['season-results', seasonResults],
  ['biggest-spread-track', biggestSpreadTrack],
  ['closest-race', closestRace],
  ['most-yellows', mostYellows],
  ['race-extreme', raceExtreme],
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
