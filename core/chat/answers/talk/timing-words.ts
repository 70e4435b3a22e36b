import { methodWords } from './method-words.ts'
import { comparingWords, type WordMeaning } from './word-meanings.ts'

/** Words for laps, for what is shown, and for how it is told. */
const timingWords: readonly WordMeaning[] = [
  {
    words: ['pace'],
    meaning: ["Pace is the middle of a car's green laps, the track taken out."],
    figure: 'lap.paceMs',
  },
  {
    words: [
      'green lap',
      'clean lap',
      'green laps',
      'clean laps',
      'clean',
      'green',
      'laps count',
      'lap counts',
      'count',
    ],
    meaning: [
      'A green lap is green from its start to its end: no yellow or restart, and no lap in or out of the pits.',
      'The opening lap is none either.',
    ],
    figure: 'cleanLaps',
  },
  {
    words: ['restart lap', 'restart', 'safety car restart', 'safety car'],
    meaning: [
      'A restart lap begins under yellow and ends under green, so its time tells of the release and does not count.',
    ],
  },
  {
    words: ['fcy', 'full course yellow', 'full-course yellow', 'yellow'],
    meaning: [
      'FCY is a full-course yellow: the whole track is slowed, and laps under it do not count.',
    ],
  },
  {
    words: ['opening lap', 'lap one'],
    meaning: ['The opening lap begins at the start of the race and does not count as a green lap.'],
  },
  {
    words: ['in-lap', 'in lap', 'out-lap', 'out lap'],
    meaning: ['An in-lap ends in the pit lane, the out-lap begins there; neither counts.'],
  },
  {
    words: ['incident lap', 'incident'],
    meaning: [
      "An incident lap is a green lap more than three percent over the car's own pace; timing does not say why.",
    ],
  },
  {
    words: ['sub-section', 'sub section', 'subsection', 'mid loop'],
    meaning: ['A sub-section is one half of a section, where a timing loop divides it.'],
  },
  {
    words: ['section', 'sections', 'sector', 'sectors'],
    meaning: [
      'A section is one of the three parts of the lap between timing loops, what the sheets call a sector.',
    ],
  },
  {
    words: ['interval'],
    meaning: ['The interval is the time to the car one place ahead at the line.'],
  },
  {
    words: ['gap'],
    meaning: [
      'A gap is a time less what it is compared with, which is always named; above zero is slower.',
    ],
  },
  {
    words: ['stands out', 'stand out'],
    meaning: [
      'A section stands out when lap by lap it is further off the quick quarter than each other section, beyond chance.',
    ],
  },
  {
    words: ['opportunity', 'opportunities'],
    meaning: [
      'An opportunity is a section in which the pace is off the quick quarter of the field, the largest first.',
    ],
  },
  {
    words: ['standard deviation', 'std', 'deviation'],
    meaning: [
      'The standard deviation is how far the green laps scatter around their average, as driven.',
    ],
    figure: 'clean.stdMs',
  },
  {
    words: ['iqr', 'interquartile', 'spread'],
    meaning: ['The spread is the width of the middle half of the laps.'],
  },
  {
    words: ['median'],
    meaning: [
      'The median is the middle one of the laps put in order: half are quicker, half slower.',
      'One spoiled lap hardly moves it, while it moves an average a lot.',
    ],
    figure: 'clean.medianMs',
  },
  {
    words: ['median absolute deviation', 'mad'],
    meaning: [
      'The median absolute deviation is the middle one of how far each green lap is from their median.',
    ],
  },
  {
    words: ['pole', 'grid', 'qualifying'],
    meaning: [
      'The grid is the order of the start, set before the race; timing of races does not hold it.',
    ],
  },
  {
    words: ['place', 'position'],
    meaning: [
      'P and a number is the place: P1 is the first in the results, or at the line of a lap where a lap is told of.',
    ],
  },
  {
    words: ['podium'],
    meaning: ['The podium is the first three of the result.'],
  },
  {
    words: ['traffic', 'clean air', 'clear air', 'free air'],
    meaning: [
      'A lap counts as in traffic where it ends within a second of a car ahead on the road.',
    ],
  },
  {
    words: ['trap speed', 'top speed', 'speed trap', 'trap'],
    meaning: ['The trap speed is what a loop on the straight measures once a lap; a tow lifts it.'],
  },
  {
    words: ['ledger'],
    meaning: [
      'The ledger is the list of all laps of a car, each with the reasons why it counts or not.',
    ],
  },
  {
    words: ['mean', 'average'],
    meaning: ['The average is the sum of the green laps divided by how many they are, as driven.'],
    figure: 'clean.meanMs',
  },
  {
    words: ['best lap', 'fastest lap', 'personal best', 'pb'],
    meaning: [
      "The best lap is a car's quickest, the opening lap left out; the fastest lap is the quickest of the race.",
    ],
    figure: 'bestLap.lapTimeMs',
  },
  {
    words: ['hypothesis'],
    meaning: [
      'A hypothesis is what might explain a fact and cannot be seen in timing; it is always marked as one.',
    ],
  },
  {
    words: ['card', 'next race run'],
    meaning: [
      'The card is the one thing to try in the next race run, with an aim that is checked afterwards.',
    ],
  },
  {
    words: ['fact', 'source'],
    meaning: [
      'A fact is one value of the data, with the line of the timing file that it was read from or the laps that it was computed from.',
    ],
  },
  {
    words: ['position on the road', 'on the road'],
    meaning: [
      'The position on the road is the order at the line, before anything was decided after the race.',
    ],
  },
  { words: ['class'], meaning: ['A class is the cars that are ranked together.'] },
  {
    words: ['confidence', 'range', 'interval of the pace'],
    meaning: [
      'The range of a pace is what fits the laps: a pace outside of it would be a surprise.',
    ],
  },
  {
    words: ['rank'],
    meaning: ['A rank counts the cars of the class that have a better figure, plus one.'],
  },
  {
    words: ['withheld'],
    meaning: [
      'Withheld is a sentence that failed the check against the facts; it is left out and the reason shown.',
    ],
  },
]

export const wordMeanings: readonly WordMeaning[] = [
  ...comparingWords,
  ...timingWords,
  ...methodWords,
]
