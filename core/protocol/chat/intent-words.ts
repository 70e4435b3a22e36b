/**
 * What questions are read as, in a driver's words, those that are near to each other together. Only what the timing
 * answers: these can be chosen instead of what was understood.
 */
export const intentGroups = [
  {
    name: 'Where on the lap',
    intents: {
      'where-time': 'where the time lies',
      'work-on': 'what to work on first',
      strengths: 'strengths',
      'section-figures': 'times in a section',
      'sub-sections': 'halves of the sections',
      'compare-sections': 'sections side by side',
      'same-section': 'always the same section, or not',
      'straight-or-corners': 'straight or corners',
      'driver-or-car': 'the driver or the car',
      'fastest-where': 'who is fastest in which section',
      onboard: 'whose onboard to watch',
      'top-speed': 'top speed',
    },
  },
  {
    name: 'Laps',
    intents: {
      'best-lap': 'best lap',
      'worst-lap': 'slowest laps',
      'nth-lap': 'second best lap, third slowest lap',
      'nearest-lap': 'the lap nearest to a figure',
      'best-run': 'best laps in a row',
      'laps-within': 'how many laps within a limit',
      'figure-difference': 'the difference of two figures',
      'lap-sum': 'lap times added up',
      'time-worth': 'what a lap time is worth',
      'lap-clock': 'time of day of a lap',
      'mean-lap': 'average lap',
      'median-lap': 'median lap',
      'ideal-lap': 'your best sections put together',
      'gap-to-composite': 'off the best-case composite',
      'lap-apart': 'one lap taken apart',
      'why-slow': 'why a lap was slow',
      'lap-story': 'what happened on a lap',
      'compare-laps': 'two laps compared',
      'in-tow': 'a lap in a tow, or not',
      'counted-laps': 'how many laps are green',
      'why-not-counted': 'why a lap does not count',
      'lap-deleted': 'a lap deleted, or not',
    },
  },
  {
    name: 'Lap after lap',
    intents: {
      consistency: 'consistency',
      spread: 'spread of the laps',
      'lap-std': 'standard deviation',
      repeat: 'quick, but not every lap',
      trend: 'quicker or slower over the race',
      'track-or-me': 'the track or the driver',
      phases: 'the race in phases',
      streaks: 'runs of quick and slow laps',
      'up-to-speed': 'laps until up to speed',
    },
  },
  {
    name: 'The race',
    intents: {
      summary: 'how the race was',
      'race-story': 'the story of the race',
      'lost-places': 'what cost the places',
      position: 'result and position',
      'why-position': 'why that position',
      'places-lap1': 'places on lap 1 and at restarts',
      'who-passed': 'who passed whom',
      gaps: 'intervals in the race',
      lapped: 'who was lapped, and by whom',
      'stuck-behind': 'laps behind a car',
      'got-away': 'when a car got away',
      'held-up': 'being held up',
      'pit-stops': 'pit stops',
      retired: 'who got to the finish',
      movers: 'who won and lost most places',
      flags: 'yellow phases and restarts',
      'radio-line': 'one line for the radio',
    },
  },
  {
    name: 'Against others',
    intents: {
      'compare-cars': 'two cars compared',
      pace: 'pace',
      ranking: 'ranking of the field',
      'pace-vs-result': 'pace against result',
      'pace-needed': 'the pace for a position',
      'fastest-lap': 'fastest lap of the race',
      'quickest-last-laps': 'who was quickest over some laps',
      composite: 'best sections of all cars',
      'field-figures': 'averages of the field',
      'several-cars': 'several cars of one coach',
    },
  },
  {
    name: 'Races and season',
    intents: {
      'compare-races': 'two races compared',
      improved: 'better in race 2, or not',
      card: 'next race run',
      'target-met': 'the aim of race 1, met or not',
      tomorrow: 'a good time for tomorrow',
      'season-results': 'results of the season',
      'closest-race': 'the closest race',
      'most-yellows': 'the race with most yellows',
      'biggest-spread-track': 'where the field is furthest apart',
      'race-extreme': 'the longest race, the biggest field',
      'season-top-speed': 'the top speed of the season',
      season: 'what this season holds',
      'race-facts': 'facts of a race',
      'track-facts': 'facts of a track',
    },
  },
  {
    name: 'Weather and data',
    intents: {
      'weather-matter': 'whether the weather mattered',
      'weather-range': 'the weather of the race',
      'weather-at-lap': 'the weather on a lap',
      'weather-extreme': 'the hottest lap',
      'weather-over-races': 'the weather of several races',
      'races-lacking': 'races that lack data',
      'is-it-much': 'whether a figure is much',
      'data-quality': 'what is missing in the data',
      sources: 'where a figure comes from',
      meaning: 'what a word means',
    },
  },
] as const

/** What timing does not show: it can only be read so by mistake, or be told to be missing. */
const beyondTiming: Readonly<Record<string, string>> = {
  braking: 'braking',
  'crash-cause': 'whose fault it was',
  'driver-name': 'who drives a car',
  engine: 'the engine',
  fuel: 'fuel',
  gears: 'gears',
  launch: 'the launch at the start',
  legal: 'rules and protests',
  line: 'the line',
  medical: 'health',
  'other-seasons': 'other seasons',
  'other-sessions': 'practice and qualifying',
  prediction: 'what will happen',
  setup: 'set-up',
  telemetry: 'telemetry',
  throttle: 'throttle',
  tyres: 'tyres',
  'off-topic': 'not about these races',
  'other-language': 'in another language than English',
}

/** Small talk: what it was understood as goes without saying. */
export const unspokenIntents: ReadonlySet<string> = new Set([
  'greeting',
  'help',
  'injection',
  'insult',
  'set-car',
  'small-talk',
  'thanks',
])

const words: ReadonlyMap<string, string> = new Map([
  ...intentGroups.flatMap(({ intents }) => Object.entries(intents)),
  ...Object.entries(beyondTiming),
])

/** "where the time lies"; undefined for small talk, and for what a newer service may send. */
export function intentWords(intent: string): string | undefined {
  return words.get(intent)
}

/** All that have words, for who looks for questions of a kind. */
export const namedIntents: readonly string[] = [...words.keys()]
