/** A word of docs/VOCABULARY.md as a driver is told it. `figure` is the field of a car that shows it. */
export type WordMeaning = {
  /** What it is called, the longer ones told apart first. */
  readonly words: readonly string[]
  readonly meaning: readonly string[]
  readonly figure?: string
}

export const wordMeanings: readonly WordMeaning[] = [
  {
    words: ['joint composite'],
    meaning: [
      'The joint composite is the best-case composite made so that it is never slower than a lap really driven.',
      'It matters where a timing loop missed cars.',
    ],
    figure: 'gapToJointMs',
  },
  {
    words: [
      'best-case composite',
      'best case composite',
      'composite',
      'perfect lap',
      'ultimate lap',
    ],
    meaning: [
      'The best-case composite is the best of each section, whoever drove it, added up.',
      'No car drove that lap, so it is a mark to look at and not a target.',
    ],
    figure: 'gapToCompositeMs',
  },
  {
    words: ['ideal lap', 'ideal', 'theoretical best', 'optimal lap'],
    meaning: [
      "The ideal lap is a car's own best sections put together.",
      'They may come from laps far apart, so it was not driven in one go.',
    ],
    figure: 'idealLapMs',
  },
  {
    words: ['potential'],
    meaning: [
      "The potential is how far the best lap is off the car's own best sections put together.",
    ],
    figure: 'potentialMs',
  },
  {
    words: ['quick quarter', 'quickest quarter'],
    meaning: [
      'The quick quarter is the pace that a quarter of the cars of the field reach or better.',
      'It is what pace is compared with: quick, and driven by real cars all race long.',
    ],
    figure: 'lap.paceGapMs',
  },
  {
    words: ['pace gap', 'off the quick quarter'],
    meaning: [
      'The pace gap is the pace less that of the quick quarter of the field; above zero is slower.',
    ],
    figure: 'lap.paceGapMs',
  },
  {
    words: ['repeat gain'],
    meaning: [
      "The repeat gain is how much better than normal a car's own best quarter of laps is: what repeating it would bring.",
    ],
    figure: 'lap.repeatGainMs',
  },
  {
    words: ['target'],
    meaning: [
      'The target is what a car reaches on a quarter of its own laps, the track taken out.',
    ],
    figure: 'lap.targetMs',
  },
  {
    words: ['consistency score', 'consistency', 'consistent'],
    meaning: [
      "The consistency score is the share of green laps that lie within half a percent of the car's own pace, the track taken out.",
    ],
    figure: 'consistencyScore',
  },
  {
    words: ['steadiness', 'steady'],
    meaning: [
      'Steadiness is how near the laps lie together: half of them lie within plus or minus that time, the track taken out.',
    ],
    figure: 'steadyMs',
  },
  {
    words: ['trend', 'improving', 'fading'],
    meaning: [
      'The trend is how a car moved against the field from lap to lap, the track taken out.',
      'It is told as gained or lost only where it is beyond chance.',
    ],
    figure: 'trend.slopeMsPerLap',
  },
  {
    words: ['corrected', 'track taken out', 'corrected time', 'correction'],
    meaning: [
      'Corrected means that what the lap did to the whole field is taken out, so that laps of one race compare.',
      'Such a time was not driven; opening it shows the driven time and the correction.',
    ],
  },
  {
    words: ['field effect', 'track effect'],
    meaning: ['The field effect is by how much a lap was slow or quick for everyone at once.'],
  },
  {
    words: ['pace'],
    meaning: ["Pace is the middle of a car's green laps, the track taken out."],
    figure: 'lap.paceMs',
  },
  {
    words: ['green lap', 'clean lap', 'green laps', 'clean laps', 'clean', 'green'],
    meaning: [
      'A green lap is green from its start to its end: no yellow or restart, and no lap in or out of the pits.',
      'The opening lap is none either.',
    ],
    figure: 'cleanLaps',
  },
  {
    words: ['restart lap', 'restart'],
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
    ],
    figure: 'clean.medianMs',
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
  { words: ['n'], meaning: ['It is the number of laps that a figure rests on.'] },
]
