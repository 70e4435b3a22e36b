import type { WordMeaning } from './word-meanings.ts'

/** Words of docs/DEFINITIONS.md that say how a figure is computed. */
export const methodWords: readonly WordMeaning[] = [
  {
    words: ['median polish', 'tukey', 'polish'],
    meaning: [
      'Median polish takes lap times apart into what the car is like, what the lap did to everyone, and a rest.',
      'It works with medians, so that no single car decides; what it finds for a lap is the field effect.',
    ],
  },
  {
    words: ['theil-sen', 'theil sen', 'theil-sen slope', 'theil', 'slope', "sen's interval"],
    meaning: [
      'The Theil–Sen slope is the middle of the slopes between all pairs of laps; the trend of a car is told by it.',
      'A spoiled lap hardly moves it.',
    ],
    figure: 'trend.slopeMsPerLap',
  },
  {
    words: ['order-statistics interval', 'order statistics', 'order-statistics', 'order statistic'],
    meaning: [
      'The order-statistics interval runs from one lap to another of the laps put in order, so chosen that the true middle lies between them nearly always.',
    ],
  },
  {
    words: ['quantile', 'quartile', 'percentile', 'type-7', 'type seven'],
    meaning: [
      'A quantile is the value that a given share of the values stay below: the lower quartile has a quarter of them below it.',
      'Between values it is drawn in a straight line.',
    ],
  },
  {
    words: ['hodges-lehmann', 'hodges lehmann', 'mann-whitney', 'mann whitney', 'shift'],
    meaning: [
      'The shift between the races of a weekend is the middle of the differences of all their laps, after Hodges and Lehmann.',
      'Its interval is that of Mann and Whitney.',
    ],
  },
  {
    words: ['usual shift', 'regression to the mean', 'regression'],
    meaning: [
      'The usual shift is by how much cars with a card got better in the section of their card anyway, since a weakest section gets better by itself.',
      'A target counts as met only beyond it.',
    ],
  },
  {
    words: ['aim gap', 'aim'],
    meaning: [
      'The aim of a card is the pace gap that would be left if every lap there were like the own best quarter of laps.',
    ],
  },
  {
    words: ['cannot tell', "can't tell", 'not met', 'met'],
    meaning: [
      'A target is met or not met where the laps say so beyond chance; else they cannot tell.',
    ],
  },
  {
    words: ['correlation', 'pearson', 'r value'],
    meaning: ['The correlation says how far things move together; it names no cause.'],
  },
  {
    words: ['p-value', 'p value', 'significant', 'significance', 'holm', 'holm-adjusted'],
    meaning: [
      'A p-value is how often chance alone would show as much; Holm’s correction makes it stricter where several things are looked at.',
    ],
  },
  {
    words: ['beyond chance', 'by chance', 'within chance', 'chance'],
    meaning: [
      'Beyond chance means that laps which scatter as these do would hardly show as much by accident.',
    ],
  },
  {
    words: ['median of the field', 'field median', 'middle of the field'],
    meaning: ["The field median is the middle one of the cars' paces, the track taken out."],
  },
  {
    words: ['wandering', 'same section'],
    meaning: [
      'The weak place wanders where lap by lap another section is the furthest off; else it is the same section.',
    ],
  },
  {
    words: ['best quarter', 'own best quarter', 'target laps', 'reference laps', 'own reference'],
    meaning: [
      "The own best quarter are the quickest fourth of a car's green laps, the track taken out: what it can repeat.",
    ],
    figure: 'lap.targetMs',
  },
  {
    words: ['share of the spread', 'share of spread'],
    meaning: [
      'The share of the spread says how much of the up and down of the lap times comes from a section.',
    ],
  },
  {
    words: ['joint ideal', 'ideal of clean laps'],
    meaning: [
      "The joint ideal is a car's own best parts put together so that it is never slower than a lap that it drove.",
    ],
    figure: 'potentialMs',
  },
  {
    words: ['deleted lap', 'deleted laps', 'deleted', 'not in the official list', 'official list'],
    meaning: [
      'A lap that the official list of best laps leaves out though it is quick enough was probably deleted; the sheet gives no reason.',
    ],
  },
  {
    words: ['official result', 'official position', 'provisional', 'official', 'classification'],
    meaning: [
      'The official position is that of the results sheet, with all that was decided after the race; provisional is the sheet before that.',
    ],
  },
  {
    words: ['followed', 'following'],
    meaning: [
      'The car that was followed is the one that crossed the line just before, lapped or not.',
    ],
  },
  {
    words: ['gap to the composite', 'gap to composite'],
    meaning: ['The gap to the composite is the best lap less the best-case composite.'],
    figure: 'gapToCompositeMs',
  },
  {
    words: ['phase', 'phases', 'change point', 'change points'],
    meaning: [
      'A phase is a part of the race over which the pace against the field stayed much the same.',
    ],
  },
  {
    words: ['streak', 'streaks'],
    meaning: ["A streak is a run of green laps all quicker, or all slower, than the car's pace."],
  },
  {
    words: ['places lost', 'places won'],
    meaning: [
      'Places lost on a lap are the position at its end less that at the end of the one before.',
    ],
  },
  {
    words: ['chequered', 'chequered flag', 'checkered', 'checkered flag', 'ff', 'gf', 'green flag'],
    meaning: [
      'That is the flag shown at the line: GF is green, FCY a full-course yellow, FF the chequered flag at the end.',
    ],
  },
  {
    words: ['as driven', 'driven time'],
    meaning: ['As driven means the time on the sheet, with all that the track did still in it.'],
  },
  {
    words: [
      'associated',
      'no evidence',
      'no-evidence',
      'range too small',
      'range-too-small',
      'verdict',
    ],
    meaning: [
      'The verdict on the weather: associated where lap times moved with it beyond chance, no evidence where not, range too small where it hardly moved.',
    ],
  },
  {
    words: ['track changed', 'the track changed'],
    meaning: [
      'The track changed where the field as a whole was clearly slower on some laps than on others.',
    ],
  },
  {
    words: ['slipstream', 'tow', 'draft', 'drafting'],
    meaning: [
      'A tow is the pull of the car ahead on a straight; timing sees only who was how close at the line, so it stays a guess.',
    ],
  },
  {
    words: ['dnf', 'retired', 'dns'],
    meaning: ['A car that took no chequered flag did not finish; timing does not say why.'],
  },
  {
    words: ['onboard'],
    meaning: [
      'The onboard to watch is that of the nearest quicker car in a section, on the lap that is named.',
    ],
  },
  { words: ['n'], meaning: ['It is the number of laps that a figure rests on.'] },
]
